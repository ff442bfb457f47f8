using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Runtime.Telemetry;
using AesthetixWorkflows.Specs.Running;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Functions.Tests.Telemetry;

[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class Listening;

[Collection(nameof(Listening))]
public sealed class TraceTests : IDisposable
{
    const string Form = """{"firstName":"Ada","lastName":"Hart","email":"ada@hart.example","phone":"+12125550199"}""";
    static readonly string[] Personal = ["Ada", "Hart", "hart.example", "2125550199", "Hello", "About"];

    readonly ConcurrentQueue<Activity> _spans = new();
    readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> _counts = new();
    readonly ActivityListener _listener;
    readonly MeterListener _meters = new();

    public TraceTests()
    {
        _listener = new() { ShouldListenTo = source => source.Name == Spans.SourceName, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = _spans.Enqueue };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Tally.MeterName) listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _counts.Enqueue((instrument.Name, value, tags.ToArray())));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _counts.Enqueue((instrument.Name, value, tags.ToArray())));
        _meters.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
    }

    Activity One(string name) => Assert.Single(_spans, span => span.OperationName == name);
    long Sum(string name, string? tag = null, string? value = null) =>
        (long)_counts.Where(c => c.Name == name && (tag is null || c.Tags.Any(t => t.Key == tag && (string?)t.Value == value))).Sum(c => c.Value);

    static async Task<string> Journey(AzureStand stand)
    {
        await stand.Publish(new Flow("form.submitted", Pieces.Email("s1"), Pieces.Delay("s2", "PT1H"), Pieces.Email("s3")));
        (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", Form, null)).Expect(202);
        await stand.Pump();
        var id = (await stand.Store.ListEnrollments(AzureStand.Practice, new())).Items[0].Enrollment.Id;
        await stand.Step(id);
        return id;
    }

    [Fact]
    public async Task A_hook_is_followed_over_the_queue_to_the_enrollment_and_its_turn_to_the_provider()
    {
        await using var stand = await AzureStand.Open();
        var enrollment = await Journey(stand);

        var (hook, route, enroll, turn, provider) = (One("hook"), One("route"), One("enroll"), One("turn"), One("provider"));
        Assert.Equal(hook.SpanId, route.ParentSpanId);
        Assert.Equal(route.SpanId, enroll.ParentSpanId);
        Assert.Equal(turn.SpanId, provider.ParentSpanId);
        Assert.Equal(hook.TraceId, enroll.TraceId);
        // From the enrollment to its turns Durable Functions takes the trace along; the ids say the same.
        Assert.Equal(enrollment, enroll.GetTagItem(Tags.Enrollment));
        Assert.Equal(enrollment, turn.GetTagItem(Tags.Enrollment));
        Assert.Equal(hook.GetTagItem(Tags.Event), route.GetTagItem(Tags.Event));
        Assert.Equal("s1", provider.GetTagItem(Tags.Step));
        Assert.All([hook, route, enroll, turn, provider], span => Assert.Equal(AzureStand.Practice, span.GetTagItem(Tags.Practice)));
    }

    [Fact]
    public async Task What_happens_is_counted()
    {
        await using var stand = await AzureStand.Open();
        var id = await Journey(stand);
        stand.Clock.Advance(TimeSpan.FromMinutes(61));
        stand.Post.Instead = _ => new Outcome.Failed("email.rejected:ada@hart.example", false);
        await stand.Step(id);

        Assert.Equal(1, Sum("events.routed", Tags.Kind, "enrolled"));
        Assert.Equal(1, Sum("enrollments.started"));
        Assert.Equal(1, Sum("messages.sent", Tags.Channel, "email"));
        Assert.Equal(1, Sum("messages.failed", Tags.Code, "email.rejected"));
        Assert.Equal(60, Sum("timers.lateness"));
        Assert.Equal(1, Sum("enrollments.finished"));
        Assert.Equal(ActivityStatusCode.Error, _spans.Last(span => span.OperationName == "provider").Status);
    }

    [Fact]
    public async Task What_is_repaired_and_what_is_ignored_is_counted()
    {
        await using var stand = await AzureStand.Open();
        stand.Store.Afterwards = null;
        await stand.Store.Commit(new Core.Records.ChangeSet(AzureStand.Practice).Add(new Core.Records.Change.Send("enr_gone", "inp_1", new Input.Operated(Operation.Stop, "Nora"))));
        stand.Queue.Broken = new TimeoutException();
        (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", Form, null)).Expect(202);
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        Assert.Equal(1, Sum("signals.ignored"));
        Assert.Equal(1, Sum("leftovers.repaired", Tags.Kind, "event"));
    }

    [Fact]
    public async Task No_name_no_number_and_no_text_is_in_any_tag()
    {
        await using var stand = await AzureStand.Open();
        var id = await Journey(stand);
        stand.Clock.Advance(TimeSpan.FromMinutes(61));
        stand.Post.Instead = _ => new Outcome.Failed("email.rejected:ada@hart.example", false);
        await stand.Step(id);

        var tags = _spans.SelectMany(span => span.TagObjects).Concat(_counts.SelectMany(count => count.Tags)).Select(tag => $"{tag.Key}={tag.Value}")
            .Concat(_spans.Select(span => $"{span.DisplayName} {span.StatusDescription}")).ToList();
        Assert.True(tags.Count > 20);
        foreach (var secret in Personal) Assert.DoesNotContain(tags, tag => tag.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_is_made_while_nobody_listens()
    {
        Dispose();
        Warm();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Warm();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);

        static void Warm()
        {
            Assert.Null(Spans.Hook("prac_1", "hook_1"));
            Spans.Route("prac_1", "evt_1")?.Dispose();
            Spans.Turn(new("prac_1", "enr_1"))?.Dispose();
            Tally.EventRouted("enrolled:1 signalled:2");
            Tally.Sending("sms", Outcome.Done.Plain);
            Tally.InputsIgnored();
            Tally.TimerRang(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        }
    }
}
