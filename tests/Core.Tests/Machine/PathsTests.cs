using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;

namespace AesthetixWorkflows.Core.Tests.Machine;

public sealed class PathsTests
{
    public static TheoryData<string, string[]> Links => new()
    {
        { Sms("x"), ["x"] },
        { Sms("x", ""","onError":{"then":"branch","next":"y"}"""), ["x", "y"] },
        { Sms("x", ""","onError":{"then":"stop","next":"y"}"""), ["x"] },
        { If("z", ("b1", "x"), ("b2", "y")), ["x", "y", "z"] },
        { Split(("a", 50, "x"), ("b", 50, "y")), ["x", "y"] },
        { GoTo("x"), ["x"] },
        { Goal("wait", "x", "P1D", "y"), ["x", "y"] },
        { Drip("x"), ["x"] },
        { End(), [] },
        { Delay("P1D", "x"), ["x"] },
        { Before("-P1D", "x", "goTo", "y"), ["x", "y"] },
        { Before("-P1D", "x", "skip", "y"), ["x"] },
        { Reply("x", "P1D", "y"), ["x", "y"] },
        { Reply("x"), ["x"] },
        { Condition("x", "P1D", "y"), ["x", "y"] },
        { Link("x", "P1D", "y"), ["x", "y"] },
        { Email("x", "opened", null, "P1D", "y"), ["x", "y"] },
        { Invoice("x", null, "y"), ["x", "y"] },
    };

    [Theory, MemberData(nameof(Links))]
    public void Every_way_out_of_a_step_is_known(string step, string[] targets) => Assert.Equal(targets, Paths.After(Of(("s", step)).Steps["s"]));

    [Theory]
    [InlineData("a", "c", true)]
    [InlineData("c", "a", false)]
    [InlineData("a", "a", false)]
    [InlineData("l1", "l1", true)]
    [InlineData(null, "a", true)]
    [InlineData(null, "c", true)]
    [InlineData(null, "l1", false)]
    [InlineData("nowhere", "a", false)]
    public void A_step_leads_to_what_lies_ahead(string? from, string to, bool leads) =>
        Assert.Equal(leads, Paths.LeadsTo(Of(("a", Tag("b")), ("b", Tag("c")), ("c", Tag("gone")), ("l1", Tag("l2")), ("l2", GoTo("l1"))), from, to));

    public static TheoryData<string, string?> Landings => new()
    {
        { Sms("end"), "end" },
        { Delay("P1D", null), "s" },
        { Before("-P1D", null), "s" },
        { Invoice(null), "s" },
        { Drip(null), "s" },
        { Goal("wait", null), "s" },
        { Split(("a", 100, null)), "s" },
        { If("end", ("b1", null)), "end" },
        { GoTo("end"), "end" },
        { Reply(null, "P1D", "end"), "end" },
        { Condition("end"), "end" },
        { Off(Delay("P1D", "end")), "end" },
        { Sms("s"), null },
        { Sms(), null },
    };

    [Theory, MemberData(nameof(Landings))]
    public void A_late_contact_lands_on_the_next_wait_for_a_time(string step, string? landing) =>
        Assert.Equal(landing, Paths.NextTimedWait(Of(("s", step), ("end", End())), "s"));
}
