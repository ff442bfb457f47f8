namespace AesthetixWorkflows.Api.Access;

/// <summary>What a key may do.</summary>
public static class Scopes
{
    public const string WorkflowsRead = "workflows:read", WorkflowsWrite = "workflows:write", WorkflowsPublish = "workflows:publish";
    public const string ContactsRead = "contacts:read", ContactsWrite = "contacts:write";
    public const string EventsWrite = "events:write";
    public const string EnrollmentsRead = "enrollments:read", EnrollmentsWrite = "enrollments:write";
    public const string Operate = "operate", AuditRead = "audit:read", SettingsWrite = "settings:write";
    /// <summary>To see what is masked; each time it is written down.</summary>
    public const string Reveal = "reveal";

    public static readonly IReadOnlyList<string> All =
    [
        WorkflowsRead, WorkflowsWrite, WorkflowsPublish, ContactsRead, ContactsWrite, EventsWrite,
        EnrollmentsRead, EnrollmentsWrite, Operate, AuditRead, SettingsWrite, Reveal,
    ];
}

/// <summary>The scope a route needs; null: any key of the practice will do.</summary>
public sealed record Needs(string? Scope);

/// <summary>A route that asks for no key.</summary>
public sealed record Public;
