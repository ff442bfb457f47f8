using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>The appointment triggers of the goal table, row by row.</summary>
public sealed class AppointmentTriggerTests : TriggerTests
{
    static object Visit(string id = "B-1", string? status = null, string modifiedBy = "customer", bool recurring = false) => new
    {
        appointment = new
        {
            externalId = id, startsAt = "2026-06-10T15:00:00Z", status, calendarId = "cal_1", modifiedBy, modifiedById = "usr_1", userId = "usr_2", recurring, category = "injectables", location = "Main",
            services = new object[] { new { name = "Botox" }, "Filler" },
        },
    };

    async Task Calendar() => await Here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Calendar, "cal_1", new BookingCalendar("Room", "Injectors", null, 30), 0));

    [Theory]
    [InlineData("appointment.status", "is", "confirmed")]
    [InlineData("appointment.fromStatus", "is", "new")]
    [InlineData("appointment.calendarId", "is", "cal_1")]
    [InlineData("appointment.calendarGroup", "is", "Injectors")]
    [InlineData("appointment.calendarGroup", "notEmpty", "")]
    [InlineData("appointment.modifiedBy", "is", "customer")]
    [InlineData("appointment.modifiedById", "is", "usr_1")]
    [InlineData("appointment.userId", "is", "usr_2")]
    [InlineData("appointment.recurring", "isNot", true)]
    [InlineData("contact.tags", "contains", "vip")]
    public async Task Appointment_status_filters_by_status_calendar_group_who_changed_it_and_series(string field, string op, object value)
    {
        await Calendar();
        var ada = await Here.Person(c => c with { Tags = ["vip"] });
        await Here.Happens("appointment.booked", Visit(), ada);
        var (some, others) = (await Here.Publish("appointment.status.changed", Rows(field, op, value)), await Here.Publish("appointment.status.changed", Rows(field, "is", "something else")));
        Assert.Equal("enrolled:1", await Here.Happens("appointment.status.changed", Visit(status: "Confirmed"), ada));
        Assert.Equal((1, 0), ((await Here.Inside(some)).Count, (await Here.Inside(others)).Count));
    }

    [Theory]
    [InlineData("customer", false, 1)]
    [InlineData("user", false, 0)]
    [InlineData("api", false, 0)]
    [InlineData("workflow", false, 0)]
    [InlineData("customer", true, 0)]
    public async Task Customer_booked_appointment_is_a_booking_by_the_customer_and_no_series(string by, bool recurring, int comes)
    {
        await Calendar();
        var workflow = await Here.Publish("appointment.booked", """
            { "all": [ { "field": "appointment.modifiedBy", "op": "is", "value": "customer" }, { "field": "appointment.recurring", "op": "isNot", "value": true }, { "field": "appointment.calendarId", "op": "is", "value": "cal_1" } ] }
            """);
        await Here.Happens("appointment.booked", Visit(modifiedBy: by, recurring: recurring), await Here.Person());
        Assert.Equal(comes, (await Here.Inside(workflow)).Count);
    }

    [Theory]
    [InlineData("appointment.services", "contains", "Filler")]
    [InlineData("appointment.service", "is", "Botox, Filler")]
    [InlineData("appointment.category", "is", "injectables")]
    [InlineData("appointment.location", "is", "Main")]
    [InlineData("appointment.status", "is", "new")]
    public Task Service_booking_filters_by_service_category_and_location(string field, string op, string value) => Parts("appointment.booked", field, op, value, Visit());

    [Fact]
    public async Task Service_booking_with_many_services_is_one_run_and_two_visits_are_two()
    {
        var workflow = await Here.Publish("appointment.booked", settings: """{ "reentry": "afterFinish" }""");
        var ada = await Here.Person();
        await Here.Happens("appointment.booked", Visit(), ada);
        await Here.Happens("appointment.booked", Visit(), ada);
        await Here.Happens("appointment.booked", Visit("B-2"), ada);
        Assert.Equal(2, (await Here.Inside(workflow)).Count);
        Assert.Equal("Botox+Filler", string.Join('+', (await Here.Store.FindBy(Kinds.Appointment, Reception.Practice, "external", "B-1"))!.Body.Services!.Value));
    }

    [Fact]
    public async Task Appointment_rescheduled_knows_the_time_before()
    {
        var ada = await Here.Person();
        await Here.Happens("appointment.booked", Visit(), ada);
        var workflow = await Here.Publish("appointment.rescheduled", Rows("appointment.fromStartsAt", "on", "2026-06-10"));
        await Here.Happens("appointment.rescheduled", new { appointment = new { externalId = "B-1", startsAt = "2026-06-12T15:00:00Z" } }, ada);
        Assert.Single(await Here.Inside(workflow));
    }
}
