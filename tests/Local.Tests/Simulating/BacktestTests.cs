using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Runtime.Backtesting;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>Kept events, held against a draft.</summary>
public sealed class BacktestTests : IAsyncLifetime
{
    Clinic Clinic { get; } = new(new LocalCarriers(new StoppedClock()));

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Theory]
    [InlineData("once", 2, "entry.once:1 entry.already:1")]
    [InlineData("afterFinish", 3, "entry.already:1")]
    [InlineData("always", 4, "")]
    public async Task Entry_rules_are_applied_in_the_order_in_which_it_happened(string reentry, int enrolled, string reasons)
    {
        var flow = new Flow("form.submitted", Email("mail"), Delay("day", "P1D")) { Settings = new() { ["reentry"] = reentry } };
        var (from, ada, bob) = (Clinic.Now, await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        await Clinic.Form(ada);
        await Clinic.Form(bob);
        await Clinic.Pass("PT2H");
        await Clinic.Form(ada); // still inside
        await Clinic.Pass("P2D");
        await Clinic.Form(ada); // through
        await Clinic.Pass("PT1H");

        var report = await Run(flow, from, Clinic.Now);
        Assert.Equal((4, 4, enrolled, 2), (report.Events, report.Matched, report.Enrolled, report.Contacts));
        Assert.Equal(reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), report.NotEnrolled.Select(r => $"{r.Code}:{r.Count}").Order());
        Assert.Empty(await Clinic.Enrollments());
    }

    [Fact]
    public async Task It_says_where_it_was_cut_off_and_who_could_not_be_found()
    {
        var from = Clinic.Now;
        for (var i = 0; i < 5; i++)
        {
            await Clinic.Form(await Clinic.Person());
            await Clinic.Pass("PT1H");
        }
        await Clinic.Happens("form.submitted", null, new { form = new { id = "x" } });
        await Clinic.Quiet();

        var flow = new Flow("form.submitted", Email("mail"));
        var whole = await Run(flow, from, Clinic.Now.AddHours(1));
        Assert.Equal((6, 5, null), (whole.Events, whole.Enrolled, whole.CutOffAt));
        Assert.Equal(("unmatched:contact.noEmailOrPhone", 1), (Assert.Single(whole.NotEnrolled).Code, whole.NotEnrolled[0].Count));
        var cut = await Run(flow, from, Clinic.Now.AddHours(1), most: 3);
        Assert.Equal((3, from.AddHours(3)), (cut.Events, cut.CutOffAt));
        Assert.Equal(2, (await Run(flow, from.AddHours(1), from.AddHours(3))).Events);
    }

    [Fact]
    public async Task C25_what_somebody_wrote_is_told_to_who_may_see_it()
    {
        var from = Clinic.Now;
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a", fields = new { complaint = "a rash" } } });
        await Clinic.Quiet();
        var flow = new Flow("form.submitted", Email("mail")) { Filters = Where("form.fields.complaint", "is", "wrinkles") };
        foreach (var revealed in new[] { false, true })
        {
            var row = Assert.Single(Assert.Single(Assert.Single((await Run(flow, from, Clinic.Now.AddHours(1), revealed: revealed)).NotEnrolled).Examples).Rows!);
            Assert.Equal(("wrinkles", revealed ? "a rash" : "•••"), (row.Expected.GetString(), row.Found));
        }
    }

    Task<BacktestReport> Run(Flow flow, DateTimeOffset from, DateTimeOffset to, int most = 10_000, bool revealed = false) => Clinic.Get<Backtester>().Run(
        new(Clinic.Id, "wf_draft", DefinitionReader.Read(flow.Json()).Definition!, flow.Json(), from, to, Most: most, Revealed: revealed));
}
