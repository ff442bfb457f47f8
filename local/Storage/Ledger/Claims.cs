using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>The ledger: which effects were begun, and how they ended.</summary>
sealed class Claims(Database database)
{
    public string? Check(string practice, Change.Claim claim)
    {
        if (claim.Again) return Find(database, practice, claim.EffectId) is { Outcome: Outcome.Failed } ? null : $"claimed: {claim.EffectId}";
        using var row = database.Use("SELECT 1 FROM ledger WHERE practice = ? AND effect = ?").With(database.Names.Number(practice)).With(claim.EffectId);
        return row.Step() ? $"claimed: {claim.EffectId}" : null;
    }

    public void Apply(string practice, Change.Claim claim) =>
        database.Use("""
            INSERT INTO ledger (practice, effect, claimed, ref) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET claimed = excluded.claimed, ref = excluded.ref, settled = NULL, outcome = NULL
            """)
            .With(database.Names.Number(practice)).With(claim.EffectId).With(Moment.Of(claim.At)).With(claim.Ref).Run();

    /// <summary>An answer without a claim is kept too: knowing that something was sent matters more than the order.</summary>
    public void Apply(string practice, Change.Settle settle, byte[] outcome) =>
        database.Use("""
            INSERT INTO ledger (practice, effect, claimed, settled, outcome) VALUES (?1, ?2, ?3, ?3, ?4)
            ON CONFLICT DO UPDATE SET settled = excluded.settled, outcome = excluded.outcome
            """).With(database.Names.Number(practice)).With(settle.EffectId).With(Moment.Of(settle.At)).With(outcome).Run();

    public static LedgerRow? Find(Database database, string practice, string effectId)
    {
        if (database.Names.Find(practice) is not { } owner) return null;
        using var row = database.Use("SELECT claimed, ref, outcome FROM ledger WHERE practice = ? AND effect = ?").With(owner).With(effectId);
        if (!row.Step()) return null;
        var outcome = row.IsNull(2) ? null : JsonSerializer.Deserialize(row.Bytes(2), Shapes.Default.Outcome);
        return new(effectId, Moment.From(row.Long(0)), row.TextOrNull(1), outcome);
    }
}
