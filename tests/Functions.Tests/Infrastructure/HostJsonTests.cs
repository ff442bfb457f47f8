using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Functions.Queue;

namespace AesthetixWorkflows.Functions.Tests.Infrastructure;

/// <summary>The parts of host.json that the code relies on; docs/decisions/0009 has the reasons.</summary>
public sealed class HostJsonTests
{
    const string Storage = "host.json", Scheduler = "host.scheduler.json";

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void Addresses_have_no_prefix(string file) =>
        Assert.Equal("", Extension(file, "http")["routePrefix"]!.GetValue<string>());

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void The_task_hub_comes_from_the_settings(string file)
    {
        Assert.Equal("%TASKHUB_NAME%", Durable(file)["hubName"]!.GetValue<string>());
        Assert.Contains("TASKHUB_NAME", SettingNames.Deployed());
        Assert.Contains("TASKHUB_NAME", SettingNames.Local());
    }

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void Inputs_and_outputs_of_orchestrations_are_never_traced(string file) =>
        Assert.False(Durable(file)["tracing"]!["traceInputsAndOutputs"]!.GetValue<bool>());

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void A_message_of_the_queue_is_settled_by_the_code(string file) =>
        Assert.False(Extension(file, "serviceBus")["autoCompleteMessages"]!.GetValue<bool>());

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void One_practices_flood_leaves_sessions_for_others_and_an_empty_session_is_left_soon(string file)
    {
        var bus = Extension(file, "serviceBus");
        Assert.True(bus["maxConcurrentSessions"]!.GetValue<int>() >= 2 * RoutingSession.Lanes);
        Assert.InRange(TimeSpan.Parse(bus["sessionIdleTimeout"]!.GetValue<string>(), CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));
        // A session that waits for storage is one lock, for as long as Patience lasts.
        Assert.True(TimeSpan.Parse(bus["maxAutoLockRenewalDuration"]!.GetValue<string>(), CultureInfo.InvariantCulture) >= TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void Host_and_worker_speak_of_one_trace(string file) =>
        Assert.Equal("OpenTelemetry", Root.Json(file)["telemetryMode"]!.GetValue<string>());

    [Theory]
    [InlineData(Storage)]
    [InlineData(Scheduler)]
    public void Orchestrations_carry_the_version_of_their_code(string file) =>
        Assert.False(string.IsNullOrEmpty(Durable(file)["defaultVersion"]!.GetValue<string>()));

    [Fact]
    public void The_two_differ_in_what_carries_orchestrations_and_in_nothing_else()
    {
        var (one, other) = (Root.Json(Storage), Root.Json(Scheduler));
        Assert.NotEqual(Carrier(one), Carrier(other));
        one["extensions"]!["durableTask"]!.AsObject().Remove("storageProvider");
        other["extensions"]!["durableTask"]!.AsObject().Remove("storageProvider");
        Assert.Equal(one.ToJsonString(), other.ToJsonString());
    }

    [Fact]
    public void The_scheduler_is_found_by_a_setting_that_is_deployed()
    {
        var provider = Durable(Scheduler)["storageProvider"]!;
        Assert.Equal("azureManaged", provider["type"]!.GetValue<string>());
        Assert.Contains(provider["connectionStringName"]!.GetValue<string>(), SettingNames.Deployed());
    }

    static string Carrier(JsonObject host) => host["extensions"]!["durableTask"]!["storageProvider"]!.ToJsonString();

    static JsonObject Extension(string file, string name) => Root.Json(file)["extensions"]![name]!.AsObject();

    static JsonObject Durable(string file) => Extension(file, "durableTask");
}
