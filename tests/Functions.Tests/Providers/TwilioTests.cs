using AesthetixWorkflows.Api.Delivering;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Providers;
using AesthetixWorkflows.Functions.Providers.Twilio;
using Microsoft.AspNetCore.WebUtilities;

namespace AesthetixWorkflows.Functions.Tests.Providers;

/// <summary>Texts by Twilio, against a server that behaves like it.</summary>
public sealed class TwilioTests : IAsyncLifetime
{
    Loopback _twilio = null!;
    int _sids;

    public async Task InitializeAsync()
    {
        _twilio = await Loopback.Start();
        _twilio.Answer = Accept;
    }

    public async Task DisposeAsync() => await _twilio.DisposeAsync();

    Task Accept(Microsoft.AspNetCore.Http.HttpContext http) => Loopback.Say(http, 201, $$"""{"sid":"SM{{++_sids}}","status":"queued"}""");

    static Task Refuse(Microsoft.AspNetCore.Http.HttpContext http, int status, int code, params (string, string)[] headers) =>
        Loopback.Say(http, status, $$"""{"code":{{code}},"message":"The 'To' number +12125550199 is wrong","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""", headers);

    static TwilioProvider Over(HttpClient http, string? service = null)
    {
        var hooks = new ProviderHooks(new("https://app.lumina.example"), null, "token");
        return new(http, new("AC1", "token", service), (practice, message) => ProviderServices.Callback(hooks, practice, message), TimeProvider.System);
    }

    Task<Outcome> Send(Message? message = null, string? service = null, int patienceMs = 5_000) =>
        Over(_twilio.Client(patienceMs), service).Send(Letters.Practice, Letters.Id, message ?? Letters.Text, default);

    static string Form(Asked asked) => string.Join(' ', QueryHelpers.ParseQuery(asked.Body).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));

    [Fact]
    public async Task An_accepted_text_is_known_by_Twilios_own_id()
    {
        Assert.Equal(new Outcome.Done("SM1"), await Send());
        var asked = _twilio.Only;
        Assert.Equal(("https://api.twilio.com", "POST", "/2010-04-01/Accounts/AC1/Messages.json", "Basic QUMxOnRva2Vu", "application/x-www-form-urlencoded"),
            (asked.For, asked.Method, asked.Path, asked.Authorization, asked.ContentType));
        Assert.Equal("Body=Hello Ada From=+12125550100 StatusCallback=https://app.lumina.example/hooks/twilio/status?practice=prac_1&message=msg_1#rc=5&rp=all To=+12125550199", Form(asked));
    }

    [Fact]
    public async Task A_messaging_service_chooses_the_number_itself()
    {
        await Send(Letters.Text with { From = null }, service: "MG1");
        Assert.Contains("MessagingServiceSid=MG1", Form(_twilio.Only), StringComparison.Ordinal);
        Assert.DoesNotContain("From=", _twilio.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_member_of_the_team_gets_a_text_of_their_own()
    {
        Assert.Equal(new Outcome.Done("SM1,SM2"), await Send(Letters.Text with { ContactId = null, Purpose = "team", To = "+12125550101,+12125550102,+12125550101" }));
        Assert.Equal(["+12125550101", "+12125550102"], _twilio.Requests.Select(asked => QueryHelpers.ParseQuery(asked.Body)["To"].ToString()));
    }

    [Fact]
    public async Task What_one_of_the_team_has_got_is_not_sent_again_for_anothers_sake()
    {
        var first = true;
        _twilio.Answer = http =>
        {
            var fails = first;
            first = false;
            return fails ? Refuse(http, 429, 20429) : Accept(http);
        };
        var team = Letters.Text with { To = "+12125550101,+12125550102" };
        Assert.Equal(new Outcome.Done("SM1"), await Send(team));
        _twilio.Answer = http => Refuse(http, 429, 20429);
        Assert.Equal(new Outcome.Failed("twilio.20429", true), await Send(team));
    }

    [Theory]
    [InlineData(400, 21610, false)]
    [InlineData(400, 21211, false)]
    [InlineData(400, 30003, false)]
    [InlineData(400, 30006, false)]
    [InlineData(429, 20429, true)]
    [InlineData(400, 21611, true)]
    [InlineData(401, 20003, true)]
    [InlineData(503, 20503, true)]
    public async Task A_refusal_keeps_Twilios_number_and_nothing_else_of_it(int status, int code, bool retryable)
    {
        _twilio.Answer = http => Refuse(http, status, code);
        var outcome = await Send();
        Assert.Equal(new Outcome.Failed($"twilio.{code}", retryable), outcome);
        Assert.DoesNotContain("5550199", outcome.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_long_to_wait_is_for_Twilio_to_say()
    {
        var before = DateTimeOffset.UtcNow;
        _twilio.Answer = http => Refuse(http, 429, 20429, ("Retry-After", "60"));
        Assert.InRange(Assert.IsType<Outcome.Failed>(await Send()).After!.Value - before, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData(500, """{"code":20500,"message":"An internal server error has occurred","status":500}""")]
    [InlineData(502, "<html>Bad gateway</html>")]
    public async Task Trouble_on_their_side_leaves_it_open_whether_they_took_it(int status, string body)
    {
        _twilio.Answer = http => Loopback.Say(http, status, body);
        Assert.Equal(new Outcome.Unknown("twilio.error"), await Send());
    }

    [Fact]
    public async Task A_refusal_in_other_words_than_Twilios_is_a_refusal()
    {
        _twilio.Answer = http => Loopback.Say(http, 404, "<html>Not found</html>");
        Assert.Equal(new Outcome.Failed("twilio.rejected", false), await Send());
    }

    [Fact]
    public async Task An_acceptance_that_cannot_be_read_is_one()
    {
        _twilio.Answer = http => Loopback.Say(http, 201, "{broken");
        Assert.Equal(new Outcome.Done(), await Send());
    }

    [Fact]
    public async Task C2_a_line_that_goes_dead_after_the_request_leaves_it_unknown()
    {
        foreach (var ending in new[] { Loopback.HangUp, Loopback.BreakOff })
        {
            _twilio.Answer = ending;
            Assert.Equal(new Outcome.Unknown("twilio.noAnswer"), await Send());
        }
        Assert.Equal(2, _twilio.Requests.Count);
    }

    [Fact]
    public async Task C2_a_time_out_after_the_request_leaves_it_unknown()
    {
        _twilio.Answer = Loopback.FallSilent;
        Assert.Equal(new Outcome.Unknown("twilio.noAnswer"), await Send(patienceMs: 300));
        Assert.Single(_twilio.Requests);
    }

    [Fact]
    public async Task A_refused_connection_took_nothing_so_it_is_tried_again() =>
        Assert.Equal(new Outcome.Failed("twilio.unreachable", true), await Over(Loopback.Nowhere()).Send(Letters.Practice, Letters.Id, Letters.Text, default));

    [Fact]
    public async Task Without_a_number_to_send_from_nothing_is_asked()
    {
        Assert.Equal(new Outcome.Failed("sender.missing", false), await Send(Letters.Text with { From = null }));
        Assert.Empty(_twilio.Requests);
    }

    [Fact]
    public async Task What_became_of_a_lost_text_Twilio_cannot_say() => Assert.Null(await Over(_twilio.Client()).Confirm("enr_1/s1/1", default));
}
