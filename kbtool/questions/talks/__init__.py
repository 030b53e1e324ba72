"""Conversations: what was asked, what was answered, and what agents linked."""
