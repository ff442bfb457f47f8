using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class LedgerSpec : StoreSpec
{
    const string Effect = "enr_1/s1/1";

    [Fact]
    public async Task An_effect_is_claimed_once()
    {
        await Keep(Set(new Change.Claim(Effect, Sample.Noon, "msg_1")));
        await Refuse(Set(new Change.Claim(Effect, Sample.Noon, "msg_2")));
        await Refuse(Set(new Change.Claim("enr_1/s2/1", Sample.Noon, null), new Change.Claim("enr_1/s2/1", Sample.Noon, null)));
        Assert.Equal(new LedgerRow(Effect, Sample.Noon, "msg_1", null), await Store.FindLedger(Here, Effect));
        Assert.Null(await Store.FindLedger(Here, "enr_1/s2/1"));
    }

    [Fact]
    public async Task Of_many_claims_at_once_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.Commit(Set(new Change.Claim(Effect, Sample.Noon, null)))));
        Assert.Equal(1, answers.Count(a => a.Ok));
    }

    [Fact]
    public async Task The_outcome_is_written_beside_the_claim()
    {
        await Keep(Set(new Change.Claim(Effect, Sample.Noon, "msg_1")));
        await Keep(Set(new Change.Settle(Effect, Sample.Noon.AddSeconds(1), new Outcome.Failed("provider.busy", true))));
        Assert.Equal(new LedgerRow(Effect, Sample.Noon, "msg_1", new Outcome.Failed("provider.busy", true)), await Store.FindLedger(Here, Effect));
        await Refuse(Set(new Change.Claim(Effect, Sample.Noon, null)));
    }

    [Fact]
    public async Task Practices_have_ledgers_of_their_own()
    {
        await Keep(Set(new Change.Claim(Effect, Sample.Noon, null)));
        Assert.Null(await Store.FindLedger(There, Effect));
        await Keep(new ChangeSet(There).Add(new Change.Claim(Effect, Sample.Noon, null)));
    }

    [Fact]
    public async Task An_outcome_without_a_claim_is_kept_and_counts_as_one()
    {
        await Keep(Set(new Change.Settle(Effect, Sample.Noon, new Outcome.Failed("provider.busy", true))));
        Assert.Equal(new LedgerRow(Effect, Sample.Noon, null, new Outcome.Failed("provider.busy", true)), await Store.FindLedger(Here, Effect));
        await Refuse(Set(new Change.Claim(Effect, Sample.Noon, null)));
    }

    [Fact]
    public async Task The_last_outcome_stands()
    {
        await Keep(Set(new Change.Claim(Effect, Sample.Noon, "msg_1"), new Change.Settle(Effect, Sample.Noon, new Outcome.Failed(new string('x', 50), true))));
        await Keep(Set(new Change.Settle(Effect, Sample.Noon, new Outcome.Failed("y", false))));
        Assert.Equal(new LedgerRow(Effect, Sample.Noon, "msg_1", new Outcome.Failed("y", false)), await Store.FindLedger(Here, Effect));
    }

    [Fact]
    public async Task What_surely_failed_may_be_begun_again_by_one_and_by_nobody_else()
    {
        var again = new Change.Claim("enr_1/s1/1", Sample.Noon.AddHours(1), "msg_1", Again: true);
        await Refuse(Set(again));
        await Keep(Set(new Change.Claim("enr_1/s1/1", Sample.Noon, "msg_1")));
        await Refuse(Set(again));
        await Keep(Set(new Change.Settle("enr_1/s1/1", Sample.Noon, new Outcome.Failed("provider.busy", true))));

        var both = await Task.WhenAll(Store.Commit(Set(again)), Store.Commit(Set(again)));
        Assert.Single(both, committed => committed.Ok);
        Assert.Equal(new LedgerRow("enr_1/s1/1", Sample.Noon.AddHours(1), "msg_1", null), await Store.FindLedger(Here, "enr_1/s1/1"));
        await Refuse(Set(again));
        await Keep(Set(new Change.Settle("enr_1/s1/1", Sample.Noon, Outcome.Done.Plain)));
        await Refuse(Set(again));
    }
}
