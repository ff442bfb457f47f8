namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Names of columns. Stored, so they are for ever.</summary>
static class Columns
{
    /// <summary>The commit that wrote the row last: how a commit whose answer was lost knows its own work.</summary>
    public const string Set = "Set";
    public const string Id = "Id";
    public const string Revision = "Revision";
    public const string Body = "Body";
    public const string At = "At";
    /// <summary>The keys of a record's lookup rows.</summary>
    public const string Lookups = "Lookups";

    public const string Changed = "Changed";
    public const string Workflow = "Workflow";
    public const string Contact = "Contact";
    public const string Scope = "Scope";
    public const string Status = "Status";
    public const string Step = "Step";
    public const string Live = "Live";
    /// <summary>It holds the row that keeps others like it out.</summary>
    public const string Alone = "Alone";
    /// <summary>How many lines its history has.</summary>
    public const string Lines = "Lines";
    public const string First = "First";

    public const string Enrollment = "Enrollment";
    public const string Order = "Order";
    public const string Ref = "Ref";
    public const string Claimed = "Claimed";
    public const string Settled = "Settled";

    public const string Type = "Type";
    public const string Result = "Result";

    public const string Release = "Release";
    public const string Taken = "Taken";
    public const string Hash = "Hash";
}
