"""The parts of the file that a letterhead is (Open Packaging Conventions, ECMA-376 part 2), one a file."""
