using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Routing;

namespace AesthetixWorkflows.Runtime.Tests.Routing;

public sealed class LaneKeyTests
{
    static readonly DateTimeOffset At = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    static string Key(string data, string? contact = null) =>
        LaneKey.Of(new PracticeEvent("evt_1", "prac_1", "booking", "b-1", "form.submitted", At, contact, JsonElement.Parse(data)));

    [Theory]
    [InlineData("""{"contact":{"id":"con_1","email":"ada@hart.example"}}""", "con_1")]
    [InlineData("""{"contact":{"email":" Ada@Hart.Example ","phone":"+12125550199"}}""", "ada@hart.example")]
    [InlineData("""{"email":"ada@hart.example"}""", "ada@hart.example")]
    [InlineData("""{"contact":{"phone":"(212) 555-0199"}}""", "+12125550199")]
    [InlineData("""{"phone":"212.555.0199"}""", "+12125550199")]
    [InlineData("""{"message":{"from":"+1 212 555 0199","body":"C"}}""", "+12125550199")]
    [InlineData("""{"message":{"from":"ADA@hart.example"}}""", "ada@hart.example")]
    [InlineData("""{"contact":{"email":"not an address"}}""", "not an address")]
    public void It_is_whoever_the_event_names_however_it_is_written(string data, string key) => Assert.Equal(key, Key(data));

    [Fact]
    public void An_id_of_ours_goes_before_what_the_event_says() => Assert.Equal("con_2", Key("""{"contact":{"id":"con_1"}}""", "con_2"));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"contact":{"email":"  ","phone":7}}""")]
    public void About_nobody_it_is_alone(string data)
    {
        Assert.Equal(Key(data), Key(data));
        Assert.NotEqual(Key(data), LaneKey.Of(new PracticeEvent("evt_1", "prac_1", "booking", "b-2", "form.submitted", At, null, JsonElement.Parse(data))));
    }

    [Theory]
    [InlineData("""{"contact":{"email":"ada@hart.example"}}""", null)]
    [InlineData("{}", null)]
    [InlineData("{}", "con_1")]
    public void It_is_the_same_before_and_after_the_event_is_kept(string data, string? contact) =>
        Assert.Equal(Key(data, contact), LaneKey.Of(new IncomingEvent("booking", "b-1", "form.submitted", At, JsonElement.Parse(data), contact, "evt_9")));

    [Fact]
    public void Every_process_gives_a_key_the_same_lane()
    {
        // Written down: another number for the same key, and two workers would route one person's events side by side.
        Assert.Equal([4, 7, 10], new[] { "con_1", "ada@hart.example", "+12125550199" }.Select(key => LaneKey.Lane(key, 32)));
        Assert.All(Enumerable.Range(0, 1000), n => Assert.InRange(LaneKey.Lane($"con_{n}", 7), 0, 6));
    }

    [Fact]
    public void Lanes_are_used_evenly()
    {
        var lanes = Enumerable.Range(0, 3200).CountBy(n => LaneKey.Lane($"patient{n}@hart.example", 32)).ToList();
        Assert.Equal(32, lanes.Count);
        Assert.All(lanes, lane => Assert.InRange(lane.Value, 50, 150));
    }
}
