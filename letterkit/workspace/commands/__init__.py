"""One plain function a command."""
