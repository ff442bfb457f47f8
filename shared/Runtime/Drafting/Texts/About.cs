namespace AesthetixWorkflows.Runtime.Drafting.Texts;

/// <summary>What a message is about, as far as a default text is concerned.</summary>
enum About { General, Acknowledge, FollowUp, Book, Rebook, Remind, Confirm, Confirmation, Prepare, Aftercare, CheckIn, Review, Birthday, Offer, Payment, Thanks, Welcome, Intake, Survey, Referral, WinBack, Recall, Photo, Moved, MissedCall }
