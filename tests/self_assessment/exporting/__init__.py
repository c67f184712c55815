"""What leaves the form: JSON, Word, Excel, print, sealed files. Nothing typed is lost in any."""
