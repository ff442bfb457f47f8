using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Auditing;

/// <summary>Who asks and when; what an audit line needs beside the deed.</summary>
/// <param name="Practice">The practice that the asking key belongs to.</param>
/// <param name="Name">The key's name, as people know it.</param>
public sealed record Actor(string Practice, string Name, DateTimeOffset Now);

/// <summary>Writes audit lines in the same commit as the deed, so that neither exists without the other.</summary>
public static class Audit
{
    public static ChangeSet Audited(this ChangeSet changes, IIdSource ids, Actor by, string action, string subject, string? detail = null, string? before = null, string? after = null) =>
        changes.Put(Kinds.Audit, ids.New(Kinds.Audit.Prefix), new AuditEntry(by.Now, by.Name, action, subject, detail, before, after), 0);
}
