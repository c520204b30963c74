"""Rules: Figures the document prints about itself."""
