using System.Text;
using AesthetixWorkflows.Runtime.CloudEvents;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Tests.Hooks;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.CloudEvents;

public sealed class CloudEventReaderTests
{
    const string Structured = "application/cloudevents+json", Batch = "application/cloudevents-batch+json";

    const string One = """
        {"specversion":"1.0","id":"e1","source":"/booking","type":"appointment.booked","time":"2026-08-03T08:00:00.5-04:00",
         "subject":"con_1","datacontenttype":"application/json","data":{"appointment":{"id":"apt_1"}}}
        """;

    static CloudEvent[] Events(HookCall call) => [.. Assert.IsType<CloudEventsRead.Events>(CloudEventReader.Read(call)).Items];

    static string[] Flaws(HookCall call) =>
        [.. Assert.IsType<CloudEventsRead.Invalid>(CloudEventReader.Read(call)).Flaws.Select(flaw => $"{flaw.Code} {flaw.Pointer}")];

    [Theory]
    [InlineData(Structured)]
    [InlineData(Structured + "; charset=utf-8")]
    [InlineData("application/json")]
    [InlineData(null)]
    public void A_structured_event_is_read(string? type)
    {
        var read = Assert.Single(Events(Calls.Post(One, type)));
        Assert.Equal(("e1", "/booking", "appointment.booked", "con_1"), (read.Id, read.Source, read.Type, read.Subject));
        Assert.Equal(new DateTimeOffset(2026, 8, 3, 12, 0, 0, 500, TimeSpan.Zero), read.Time);
        Assert.Equal("apt_1", read.Data.GetProperty("appointment").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData(Batch)]
    [InlineData("application/json")]
    public void A_batch_is_read_in_order(string type) =>
        Assert.Equal(["e1", "e2"], Events(Calls.Post($"[{One},{One.Replace("e1", "e2", StringComparison.Ordinal)}]", type)).Select(e => e.Id));

    [Fact]
    public void An_empty_batch_is_no_events() => Assert.Empty(Events(Calls.Post("[]", Batch)));

    static (string, string)[] Binary(params (string Name, string Value)[] more) =>
        [("ce-specversion", "1.0"), ("ce-id", "e1"), ("ce-source", "/booking"), ("CE-Type", "contact.created"), .. more];

    [Fact]
    public void A_binary_event_is_read_from_its_headers()
    {
        var call = Calls.Post("""{"a":1}""", headers: Binary(("ce-subject", "Ren%C3%A9e"), ("ce-time", "2026-08-03T12:00:00Z")));
        var read = Assert.Single(Events(call));
        Assert.Equal(("e1", "contact.created", "Renée", Calls.Now, 1), (read.Id, read.Type, read.Subject, read.Time, read.Data.GetProperty("a").GetInt32()));
        Assert.Equal("{}", Assert.Single(Events(Calls.Post("", null, headers: Binary()))).Data.GetRawText());
    }

    [Fact]
    public void What_is_wrong_in_binary_mode_is_said()
    {
        Assert.Equal(["event.missing /id"], Flaws(Calls.Post("{}", headers: [("ce-specversion", "1.0"), ("ce-source", "/b"), ("ce-type", "t")])));
        Assert.Equal(["event.data /data"], Flaws(Calls.Post("[1]", headers: Binary())));
        Assert.Equal(["body.json /data"], Flaws(Calls.Post("{", headers: Binary())));
        Assert.Equal(["event.data.binary /data"], Flaws(Calls.Post("x", "application/octet-stream", headers: Binary())));
    }

    [Fact]
    public void Every_flaw_is_said_at_once_with_its_place()
    {
        Assert.Equal(["event.missing /specversion", "event.missing /id", "event.missing /source", "event.missing /type"], Flaws(Calls.Post("{}", Structured)));
        var batch = $$"""[{{One}},{"specversion":"0.3","id":7,"source":"/b","type":" ","time":"yesterday","data":[1]},5]""";
        Assert.Equal(
            ["event.attribute /1/id", "event.data /1/data", "event.item /2", "event.missing /1/type", "event.specversion /1/specversion", "event.time /1/time"],
            Flaws(Calls.Post(batch, Batch)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-08-03T12:00:00")]
    [InlineData("2026-08-03 12:00:00Z")]
    [InlineData("2026-13-03T12:00:00Z")]
    [InlineData("2026-08-03T25:00:00Z")]
    [InlineData("2026-08-03T12:00:00+99:00")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("1785758400")]
    public void A_time_that_is_not_RFC_3339_is_refused(string time) =>
        Assert.Equal(["event.time /time"], Flaws(Calls.Post($$"""{"specversion":"1.0","id":"1","source":"/b","type":"t","time":"{{time}}"}""", Structured)));

    [Theory]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/b","type":"t","data_base64":"AAAA"}""", "event.data.binary /data_base64")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/b","type":"t","data":"text"}""", "event.data /data")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"http://[","type":"t"}""", "event.attribute /source")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/b","type":"t","subject":["a"]}""", "event.attribute /subject")]
    [InlineData("[]", "body.object ")]
    [InlineData("{", "body.json ")]
    public void A_wrong_structured_event_is_refused_with_its_place(string body, string flaw) => Assert.Equal([flaw], Flaws(Calls.Post(body, Structured)));

    [Fact]
    public void An_event_without_data_has_an_empty_object() =>
        Assert.Equal("{}", Assert.Single(Events(Calls.Post("""{"specversion":"1.0","id":"1","source":"/b","type":"t","data":null}""", Structured))).Data.GetRawText());

    [Fact]
    public void The_limits_of_batch_attribute_and_body_are_exact()
    {
        static string Of(string id) => $$"""{"specversion":"1.0","id":"{{id}}","source":"/b","type":"t"}""";
        string Many(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => Of($"{i}")))}]";
        Assert.Equal(500, Events(Calls.Post(Many(500), Batch)).Length);
        Assert.Equal(["event.batch "], Flaws(Calls.Post(Many(501), Batch)));
        Assert.Single(Events(Calls.Post(Of(new string('x', 1024)))));
        Assert.Equal(["event.attribute /id"], Flaws(Calls.Post(Of(new string('x', 1025)))));
        Assert.Equal(["body.large "], Flaws(Calls.Post(new string(' ', HookBody.MostBytes + 1))));
    }

    [Fact]
    public void A_single_event_under_the_batch_type_and_an_unknown_type_are_refused()
    {
        Assert.Equal(["body.object "], Flaws(Calls.Post(One, Batch)));
        Assert.Equal(["body.type "], Flaws(Calls.Post(One, "application/xml")));
    }

    [Fact]
    public void Arbitrary_bytes_never_throw() => Prop.ForAll<byte[], string>((bytes, text) =>
    {
        foreach (var type in new[] { Structured, Batch, "application/json", text })
        {
            CloudEventReader.Read(Calls.Raw("POST", bytes, type));
            CloudEventReader.Read(Calls.Raw("POST", Encoding.UTF8.GetBytes(text ?? ""), type));
            CloudEventReader.Read(Calls.Raw("POST", bytes, type, headers: Binary(("ce-time", text ?? ""), ("ce-subject", text ?? ""))));
            CloudEventReader.Read(Calls.Raw("POST", [.. "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/b\",\"type\":\""u8, .. bytes, .. "\"}"u8], type));
        }
    }).QuickCheckThrowOnFailure();
}
