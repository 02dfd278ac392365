"""One plain function a command: paths in, files out, findings back."""
