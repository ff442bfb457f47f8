using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>What each thing costs in requests and rows. The figures of docs/decisions/0007-tables.md.</summary>
public sealed class CostTests : IAsyncLifetime
{
    static readonly Enrollment Ada = Things.Enrollment("enr_1");
    TablesStore _store = null!;

    public async Task InitializeAsync() => _store = await Tables.Empty(time: null);
    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Keeping_an_event_is_one_request()
    {
        await Costs(() => _store.Keep(new Change.Accept(Things.Event("evt_1"))), reads: 0, queries: 0, transactions: 1, rows: 4);
        // A repeat is refused by its source, and that row names the first.
        await Costs(() => _store.Commit(Things.Set(new Change.Accept(Things.Event("evt_2", "evt_1")))), reads: 2, queries: 0, transactions: 1, rows: 4);
    }

    [Fact]
    public async Task Routing_an_event_that_enrolls_a_known_contact_is_six_requests()
    {
        await _store.Keep(Things.Put("con_1", "ada@example.org"), new Change.Accept(Things.Event("evt_1")));
        await Costs(async () =>
        {
            await _store.FindEvent(Things.Here, "evt_1");
            await _store.FindBy(Kinds.Contact, Things.Here, "email", "ada@example.org");
            await _store.LiveOf(Things.Here, "con_1");
            await _store.HistoryOf(Things.Here, "wf_1", "con_1", "contact", Things.Noon);
            await _store.Keep(new Change.Enroll(Ada, true), new Change.Log("enr_1", [Things.Line("s1")]), new Change.Routed(Things.Event("evt_1"), "con_1", "enrolled:1"));
        }, reads: 2, queries: 3, transactions: 1, rows: 11);
    }

    [Fact]
    public async Task A_step_is_three_requests()
    {
        await _store.Keep(new Change.Enroll(Ada, true));
        await Costs(async () =>
        {
            var found = await _store.FindEnrollment(Things.Here, "enr_1");
            await _store.Inbox(Things.Here, "enr_1");
            await _store.Keep(new Change.Save(Ada with { Status = EnrollmentStatus.Waiting }, found!.Revision), new Change.Log("enr_1", [Things.Line("s1")]));
        }, reads: 1, queries: 1, transactions: 1, rows: 5);
        // What this process has written it need not read again.
        await Costs(() => _store.Keep(new Change.Save(Ada with { StepId = "s2" }, 2), new Change.Log("enr_1", [Things.Line("s2")])), reads: 0, queries: 0, transactions: 1, rows: 5);
    }

    [Fact]
    public async Task A_message_sent_is_two_requests_more()
    {
        await _store.Keep(new Change.Enroll(Ada, true));
        await _store.FindEnrollment(Things.Here, "enr_1");
        await Costs(async () =>
        {
            await _store.Keep(Things.Set(new Change.Claim("enr_1/s1/1", Things.Noon, "msg_1")).Put(Kinds.Message, "msg_1", Things.Message(), 0));
            await _store.Keep(Things.Set(new Change.Settle("enr_1/s1/1", Things.Noon, new Outcome.Failed("x", false))).Put(Kinds.Message, "msg_1", Things.Message(), 1));
            await _store.Keep(new Change.Save(Ada, 1), new Change.Log("enr_1", [Things.Line("s1")]));
        }, reads: 0, queries: 0, transactions: 3, rows: 11);
    }

    [Fact]
    public async Task The_last_step_files_the_enrollment_elsewhere_and_lifts_its_guard()
    {
        await _store.Keep(new Change.Enroll(Ada, true));
        await Costs(() => _store.Keep(new Change.Save(Things.Over(Ada), 1), new Change.Log("enr_1", [Things.Line("s1")])), reads: 0, queries: 0, transactions: 1, rows: 7);
    }

    [Fact]
    public async Task An_input_is_one_request_and_taking_it_is_a_row_of_the_save()
    {
        await _store.Keep(new Change.Enroll(Ada, true));
        await Costs(() => _store.Keep(new Change.Send("enr_1", "inp_1", Things.Reply("1"))), reads: 0, queries: 0, transactions: 1, rows: 1);
        await Costs(() => _store.Keep(new Change.Taken("enr_1", "inp_1"), new Change.Save(Ada, 1)), reads: 0, queries: 0, transactions: 1, rows: 4);
    }

    [Fact]
    public async Task Listings_are_a_request_a_page()
    {
        foreach (var i in Enumerable.Range(0, 30))
        {
            var e = Things.Enrollment($"enr_{i}", $"con_{i % 3}", $"wf_{i % 2}");
            await _store.Keep(Things.Set(new Change.Enroll(e, false), new Change.Accept(Things.Event($"evt_{i}", contact: "con_1"))).Put(Kinds.Message, $"msg_{i}", Things.Message()));
        }
        await Costs(() => _store.ListEnrollments(Things.Here, new()), reads: 0, queries: 1);
        await Costs(() => _store.ListEnrollments(Things.Here, new(ContactId: "con_1")), reads: 0, queries: 1);
        await Costs(() => _store.ListEnrollments(Things.Here, new("wf_1", Status: EnrollmentStatus.Active)), reads: 0, queries: 1);
        await Costs(() => _store.ListEnrollments(Things.Here, new(Status: EnrollmentStatus.Failed)), reads: 0, queries: 1);
        // One for each standing, side by side.
        await Costs(() => _store.ListEnrollments(Things.Here, new("wf_1")), reads: 0, queries: 5);
        await Costs(() => _store.LiveOf(Things.Here, "con_1"), reads: 0, queries: 1);
        await Costs(() => _store.List(Kinds.Message, Things.Here, new Listing(Index: "contact", Value: "con_1")), reads: 0, queries: 1);
        await Costs(() => _store.FindBy(Kinds.Contact, Things.Here, "email", "ada@example.org"), reads: 1, queries: 0);
        await Costs(() => _store.ListEvents(Things.Here, null, null, null, 50, null), reads: 0, queries: 1);
        // Pointers, and the events behind them.
        await Costs(() => _store.ListEvents(Things.Here, null, "con_1", null, 50, null), reads: 30, queries: 1);
        await Costs(() => _store.CountsOf(Things.Here, "wf_1"), reads: 0, queries: 1);
        await Costs(() => _store.CountsOf(Things.Here, "wf_1"), reads: 0, queries: 0);
        await Costs(() => _store.ListLog(Things.Here, new("wf_1")), reads: 0, queries: 1);
        // What was counted before, the lines since, and who stands where.
        await Costs(() => _store.StepsOf(Things.Here, "wf_1"), reads: 1, queries: 3);
    }

    [Fact]
    public async Task Of_the_oldest_of_very_many_only_the_keys_are_read_and_then_the_page()
    {
        const int Many = 2300;
        foreach (var some in Enumerable.Range(0, Many).Chunk(100))
        {
            var set = Things.Set();
            foreach (var i in some) set.Put(Kinds.Audit, $"aud_{i:0000}", new AuditEntry(Things.Noon, "usr_1", "seen", $"{i}", null));
            await _store.Keep(set);
        }
        // One of whole rows, two of keys, one of the page; the service may stop within one where it has looked long enough.
        var before = _store.Traffic.Queries;
        await _store.List(Kinds.Audit, Things.Here, new Listing(50, Descending: false));
        Assert.InRange(_store.Traffic.Queries - before, 4, 7);
        // Nearer to the end there are few left to look through.
        before = _store.Traffic.Queries;
        await _store.List(Kinds.Audit, Things.Here, new Listing(50, "aud_1400", Descending: false));
        Assert.InRange(_store.Traffic.Queries - before, 1, 2);
        var seen = new List<string>();
        for (string? cursor = null, more = ""; more is not null; cursor = more)
        {
            var page = await _store.List(Kinds.Audit, Things.Here, new Listing(300, cursor, Descending: false));
            seen.AddRange(page.Items.Select(item => item.Body.Subject!));
            more = page.Next;
        }
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task A_hundred_places_in_a_drip_taken_at_once_share_their_requests()
    {
        var before = _store.Traffic.RoundTrips;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _store.TakeDripPlace(Things.Here, "wf_1", "s1", $"e{i}", 10, TimeSpan.FromMinutes(1), Things.Noon)));
        Assert.InRange(_store.Traffic.RoundTrips - before, 2, 10);
    }

    async Task Costs(Func<Task> what, long reads, long queries, long transactions = 0, long rows = 0)
    {
        var t = _store.Traffic;
        var before = (t.Reads, t.Queries, t.Transactions, t.Operations);
        await what();
        Assert.Equal(
            $"{reads} reads, {queries} queries, {transactions} transactions, {rows} rows",
            $"{t.Reads - before.Reads} reads, {t.Queries - before.Queries} queries, {t.Transactions - before.Transactions} transactions, {t.Operations - before.Operations} rows");
    }
}
