"""What onrecord is measured with: attribution on PolNeAR, speed and memory over a folder. See README.md."""
