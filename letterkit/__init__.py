"""letterkit: letters from a policing body to HMICFRS, every fact merged from checked evidence."""
