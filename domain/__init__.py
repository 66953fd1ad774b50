"""The procedure, pure: proposal, plan, actions, hearing, adoption. Days go in, answers come out."""
