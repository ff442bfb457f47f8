using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class RecordActionTests
{
    readonly Stage _stage = new();

    public RecordActionTests()
    {
        _stage.Records.Add(Kinds.Pipeline, "pipe_1", new Pipeline("Sales", [new("new", "New"), new("booked", "Booked"), new("done", "Done")]));
        _stage.Records.Add(Kinds.Calendar, "cal_1", new BookingCalendar("Room 1", "Injectables", "America/New_York", 30));
    }

    void Opportunity(string id = "opp_1", string stage = "booked", OpportunityStatus status = OpportunityStatus.Open) =>
        _stage.Records.Add(Kinds.Opportunity, id, new Opportunity { ContactId = "con_1", Name = "Ada", PipelineId = "pipe_1", StageId = stage, Status = status, Value = 100 });

    [Fact]
    public async Task An_opportunity_begins_at_the_first_stage_with_the_contact_s_name()
    {
        await _stage.Run("opportunity.create", """{ "pipelineId": "pipe_1", "value": 250 }""");
        var made = _stage.Written(Kinds.Opportunity);
        Assert.Equal(("con_1", "Ada Lund", "new", OpportunityStatus.Open, 250m), (made.ContactId, made.Name, made.StageId, made.Status, made.Value));
        var (type, data) = Assert.Single(_stage.Events);
        Assert.Equal(("opportunity.created", "open"), (type, data["opportunity"]!["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_second_open_opportunity_in_a_pipeline_must_be_wanted()
    {
        Opportunity();
        Assert.Equal(new Outcome.Skipped("opportunity.exists"), await _stage.Run("opportunity.create", """{ "pipelineId": "pipe_1" }"""));
        Assert.IsType<Outcome.Done>(await _stage.Run("opportunity.create", """{ "pipelineId": "pipe_1", "allowDuplicate": true }"""));
    }

    [Theory]
    [InlineData("""{ "pipelineId": "pipe_9" }""", "pipeline.notFound")]
    [InlineData("""{ "pipelineId": "pipe_1", "stageId": "x" }""", "stage.notFound")]
    public async Task A_pipeline_or_stage_that_is_gone_fails_for_good(string config, string code) =>
        Assert.Equal(new Outcome.Failed(code, false), await _stage.Run("opportunity.create", config));

    [Fact]
    public async Task A_moved_and_won_opportunity_raises_three_events()
    {
        Opportunity();
        await _stage.Run("opportunity.update", """{ "stageId": "done", "status": "won" }""");
        Assert.Equal(["opportunity.changed", "opportunity.status.changed", "opportunity.stage.changed"], _stage.Events.Select(raised => raised.Type));
        Assert.Equal("""["stageId","status"]""", _stage.Events[0].Data["change"]!["fields"]!.ToJsonString());
        Assert.Equal("open", _stage.Events[1].Data["opportunity"]!["fromStatus"]!.GetValue<string>());
        Assert.Equal("booked", _stage.Events[2].Data["opportunity"]!["fromStageId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Moving_back_must_be_allowed()
    {
        Opportunity();
        Assert.Equal(new Outcome.Skipped("opportunity.backward"), await _stage.Run("opportunity.update", """{ "stageId": "new" }"""));
        Assert.IsType<Outcome.Done>(await _stage.Run("opportunity.update", """{ "stageId": "new", "allowBackward": true }"""));
    }

    [Fact]
    public async Task The_opportunity_of_the_scope_goes_before_the_event_s_and_the_newest_open_one()
    {
        Opportunity("opp_1");
        Opportunity("opp_2");
        Opportunity("opp_3");
        Opportunity("opp_4", status: OpportunityStatus.Lost);
        Assert.Equal(new Outcome.Done("opp_3"), await _stage.Run("opportunity.update", """{ "name": "a" }"""));
        _stage.Facts["opportunity.id"] = "opp_2";
        Assert.Equal(new Outcome.Done("opp_2"), await _stage.Run("opportunity.update", """{ "name": "a" }"""));
        _stage.ScopeKey = "opportunity:opp_1";
        Assert.Equal(new Outcome.Done("opp_1"), await _stage.Run("opportunity.update", """{ "name": "a" }"""));
    }

    [Fact]
    public async Task Without_an_opportunity_there_is_nothing_to_update() =>
        Assert.Equal(new Outcome.Skipped("opportunity.none"), await _stage.Run("opportunity.update", """{ "status": "won" }"""));

    [Fact]
    public async Task An_unchanged_opportunity_raises_nothing()
    {
        Opportunity();
        Assert.Equal(Outcome.Done.Plain, await _stage.Run("opportunity.update", """{ "status": "open" }"""));
        Assert.Empty(_stage.Events);
    }

    [Fact]
    public async Task The_appointment_of_the_enrollment_is_confirmed()
    {
        _stage.Records.Add(Kinds.Appointment, "apt_1", new Appointment { ContactId = "con_1", CalendarId = "cal_1", StartsAt = Stage.Now, Notes = "private" });
        _stage.ScopeKey = "appointment:apt_1";
        await _stage.Run("appointment.status.set", """{ "status": "confirmed" }""");
        Assert.Equal((AppointmentStatus.Confirmed, "workflow"), (_stage.Written(Kinds.Appointment).Status, _stage.Written(Kinds.Appointment).ModifiedBy));
        var data = Assert.Single(_stage.Events).Data["appointment"]!;
        Assert.Equal(("confirmed", "new", "Injectables"), (data["status"]!.GetValue<string>(), data["fromStatus"]!.GetValue<string>(), data["calendarGroup"]!.GetValue<string>()));
        Assert.Null(data["notes"]);
    }

    [Fact]
    public async Task Setting_the_status_it_has_changes_nothing()
    {
        _stage.Records.Add(Kinds.Appointment, "apt_1", new Appointment { ContactId = "con_1", StartsAt = Stage.Now });
        _stage.Facts["appointment.id"] = "apt_1";
        Assert.Equal(Outcome.Done.Plain, await _stage.Run("appointment.status.set", """{ "status": "new" }"""));
        Assert.Empty(_stage.Events);
    }

    [Fact]
    public async Task Without_an_appointment_there_is_none_to_confirm() =>
        Assert.Equal(new Outcome.Skipped("appointment.none"), await _stage.Run("appointment.status.set", """{ "status": "confirmed" }"""));
}
