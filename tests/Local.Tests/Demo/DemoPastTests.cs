using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Demo.Past;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;
using AesthetixWorkflows.Local.Tests.Triggers;

namespace AesthetixWorkflows.Local.Tests.Demo;

/// <summary>The two weeks that a new demonstration practice begins with.</summary>
public sealed class DemoPastTests : IDisposable
{
    readonly DataFolder _folder = new();

    [Theory]
    [InlineData("2026-11-23T02:45:00Z")]
    [InlineData("2026-06-15T14:00:00Z")]
    // Clocks in New York go forward on 8 March and back on 1 November, within the two weeks.
    [InlineData("2026-03-14T05:10:00Z")]
    [InlineData("2026-11-06T23:59:00Z")]
    public async Task A_new_practice_has_been_at_work_for_two_weeks(string today)
    {
        var now = DateTimeOffset.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        await using var host = await Start(new StillClock(now));
        var store = host.Services.GetRequiredService<IStore>();

        var messages = (await store.List(Kinds.Message, DemoPractice.Id, new(500))).Items;
        Assert.True(messages.Select(m => m.Body.At.Date).Distinct().Count() >= 12, "messages on nearly every day");
        Assert.All(messages, m => Assert.InRange(m.Body.At, now - DemoPast.Length, now));
        Assert.All(messages.Where(m => m.Body.Direction is Direction.Out), m => Assert.Equal(MessageStatus.Sent, m.Body.Status));

        var enrollments = (await store.ListEnrollments(DemoPractice.Id, new(Limit: 200))).Items;
        Assert.Contains(enrollments, e => e.Enrollment.Status is EnrollmentStatus.Waiting);
        Assert.Contains(enrollments, e => !e.Enrollment.IsLive);
        Assert.DoesNotContain(enrollments, e => e.Enrollment.Status is EnrollmentStatus.Failed);
        Assert.All(enrollments, e => Assert.True(e.Enrollment.Pending.DueAt is null || e.Enrollment.Pending.DueAt > now, "nothing is left over from the past"));
        Assert.All((await store.ListEvents(DemoPractice.Id, null, null, null, 500, null)).Items, e => Assert.DoesNotContain("unmatched", e.Result ?? "unrouted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_wrote_STOP_hears_that_once_and_then_nothing()
    {
        await using var host = await Start();
        var store = host.Services.GetRequiredService<IStore>();
        var george = (await store.FindBy(Kinds.Contact, DemoPractice.Id, "email", "george.petrov@patients.example"))!;
        var messages = (await store.List(Kinds.Message, DemoPractice.Id, new(500))).Items.Select(m => m.Body).Where(m => m.ContactId == george.Id && m.Channel == "sms").OrderBy(m => m.At).ThenBy(m => m.Direction is Direction.Out).ToList();
        var stop = messages.FindIndex(m => m.Text == "STOP");
        Assert.True(stop > 0);
        Assert.Equal("stop", Assert.Single(messages[(stop + 1)..]).About);
    }

    [Fact]
    public async Task Who_answered_C_has_a_confirmed_visit()
    {
        await using var host = await Start(new StillClock(DateTimeOffset.Parse("2026-11-20T16:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
        var store = host.Services.GetRequiredService<IStore>();
        var hannah = (await store.FindBy(Kinds.Contact, DemoPractice.Id, "email", "hannah.weiss@patients.example"))!;
        var visits = (await store.List(Kinds.Appointment, DemoPractice.Id, new(200))).Items.Select(v => v.Body);
        Assert.Equal(AppointmentStatus.Confirmed, Assert.Single(visits, v => v.ContactId == hannah.Id).Status);
    }

    [Fact]
    public async Task What_a_newcomer_sends_at_once_is_of_today()
    {
        await using var host = await LocalHost.Start(Options);
        using var http = new HttpClient { BaseAddress = new(host.Address) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["firstName"] = "Early", ["email"] = "early@patients.example", ["phone"] = "+12125550177" });
        var sent = DateTimeOffset.UtcNow.AddSeconds(-1);
        using var answer = await http.PostAsync("/hooks/demo-consultation", form);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);

        var store = host.Services.GetRequiredService<IStore>();
        List<Message> heard = [];
        for (var until = DateTime.UtcNow.AddSeconds(30); heard.Count < 2 && DateTime.UtcNow < until; await Task.Delay(50))
            if (await store.FindBy(Kinds.Contact, DemoPractice.Id, "email", "early@patients.example") is { } early)
                heard = [.. (await store.List(Kinds.Message, DemoPractice.Id, new(500))).Items.Select(m => m.Body).Where(m => m.ContactId == early.Id)];
        Assert.Equal(2, heard.Count);
        Assert.All(heard, m => Assert.True(m.At >= sent, "carried by today's clock"));
    }

    [Fact]
    public async Task A_restart_plays_nothing_again()
    {
        long messages;
        await using (var host = await Start()) messages = await Lines();
        Assert.True(messages > 50);
        await using (var again = await LocalHost.Start(Options))
        {
            Assert.False(again.Services.GetRequiredService<DemoPast>().IsWanted);
            Assert.Equal(messages, await Lines());
        }
    }

    [Fact]
    public async Task A_past_cut_short_is_played_to_its_end_at_the_next_start_and_nothing_of_it_twice()
    {
        var clock = new StillClock(DateTimeOffset.Parse("2026-11-20T16:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using (var cut = await LocalHost.Start(Options, time: clock))
            for (var until = DateTime.UtcNow.AddSeconds(20); await Lines() < 20 && DateTime.UtcNow < until;) await Task.Delay(5);
        var before = await Lines();
        Assert.True(File.Exists(Path.Combine(_folder.Path, "demonstration.begun")));

        await using (var host = await Start(clock))
        {
            var store = host.Services.GetRequiredService<IStore>();
            var sent = (await store.List(Kinds.Message, DemoPractice.Id, new(500))).Items.Where(m => m.Body.Direction is Direction.Out).Select(m => m.Body).ToList();
            Assert.InRange(before, 1, sent.Count - 1);
            var effects = (await Outbox()).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("effect").GetString()).ToList();
            Assert.Equal(effects.Distinct().Count(), effects.Count);
            Assert.Equal(sent.Select(m => m.EffectId).Order(), effects.Order());
            Assert.All(sent, m => Assert.True(m.At <= clock.GetUtcNow()));
            var sales = (await store.List(Kinds.Opportunity, DemoPractice.Id, new(200))).Items.Select(o => o.Body.Name).ToList();
            Assert.Equal(sales.Distinct().Count(), sales.Count);
            Assert.False(host.Services.GetRequiredService<DemoPast>().IsWanted);
        }
    }

    LocalOptions Options => new(_folder.Path, "http://127.0.0.1:0", "ak_the_owner_of_this_past", Demo: true, Past: true);

    async Task<LocalHost> Start(TimeProvider? time = null)
    {
        var host = await LocalHost.Start(Options, time: time);
        await host.Services.GetRequiredService<DemoPast>().Over;
        return host;
    }

    async Task<long> Lines() => (await Outbox()).Length;

    async Task<string[]> Outbox()
    {
        await using var file = new FileStream(Path.Combine(_folder.Path, "outbox.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => _folder.Dispose();
}
