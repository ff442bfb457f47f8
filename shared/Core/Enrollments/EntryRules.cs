using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Enrollments;

/// <summary>May this contact enter now? One enrollment per workflow, contact and scope at a time, unless always allowed.</summary>
public static class EntryRules
{
    /// <summary>More entries than this of one contact into one workflow within <see cref="LoopSpan"/> are a loop.</summary>
    public const int LoopLimit = 50;
    public static readonly TimeSpan LoopSpan = TimeSpan.FromMinutes(30);
    /// <summary>More workflows than this in a row, each started by the one before, are a loop.</summary>
    public const int DepthLimit = 10;

    /// <param name="times">Entries ever, in this scope.</param>
    /// <param name="live">Whether one of them is not over.</param>
    /// <param name="recent">Entries of this contact into this workflow, any scope, within <see cref="LoopSpan"/>.</param>
    /// <returns>Null when admitted, else the reason: <c>entry.loop entry.already entry.once</c>.</returns>
    public static string? Refuse(Reentry reentry, int times, bool live, int recent, int depth) => reentry switch
    {
        _ when depth > DepthLimit || recent >= LoopLimit => "entry.loop",
        Reentry.Always => null,
        _ when live => "entry.already",
        Reentry.Once when times > 0 => "entry.once",
        _ => null,
    };

    /// <summary>What the enrollment is about. An appointment or invoice trigger admits one per appointment or invoice whatever the setting.</summary>
    public static string ScopeKey(Scope scope, string? eventType, string? appointmentId, string? invoiceId, string? opportunityId) => scope switch
    {
        Scope.Opportunity when opportunityId is not null => $"opportunity:{opportunityId}",
        Scope.Invoice when invoiceId is not null => $"invoice:{invoiceId}",
        Scope.Appointment when appointmentId is not null => $"appointment:{appointmentId}",
        _ when appointmentId is not null && eventType?.StartsWith("appointment.", StringComparison.Ordinal) == true => $"appointment:{appointmentId}",
        _ when invoiceId is not null && eventType?.StartsWith("invoice.", StringComparison.Ordinal) == true => $"invoice:{invoiceId}",
        _ => "contact",
    };

    /// <summary>The id after the colon, when the scope is of this kind.</summary>
    public static string? IdIn(string scopeKey, string kind) =>
        scopeKey.Length > kind.Length && scopeKey[kind.Length] == ':' && scopeKey.StartsWith(kind, StringComparison.Ordinal) ? scopeKey[(kind.Length + 1)..] : null;
}
