using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>A set of one practice that carries another's enrollment or event is a bug, and never reaches the table.</summary>
static class Belonging
{
    public static void Insist(ChangeSet set)
    {
        foreach (var change in set.Changes)
        {
            var owner = change switch
            {
                Change.Enroll enroll => enroll.Enrollment.Practice,
                Change.Save save => save.Enrollment.Practice,
                Change.Accept accept => accept.Event.Practice,
                Change.Routed routed => routed.Event.Practice,
                _ => set.Practice,
            };
            if (owner != set.Practice) throw new ArgumentException($"A change set of {set.Practice} carries something of {owner}.", nameof(set));
        }
    }
}
