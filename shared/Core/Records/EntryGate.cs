namespace AesthetixWorkflows.Core.Records;

/// <summary>Who entered a workflow last that a contact may enter once. Record id = workflow/contact/scope.</summary>
/// <remarks>Written by whoever enters, at the revision at which the entries before were looked at: of two at the same moment one
/// is refused and looks again, although the first may be through with the workflow by then.</remarks>
public sealed record EntryGate(string EnrollmentId);
