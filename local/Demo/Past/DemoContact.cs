using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace AesthetixWorkflows.Local.Demo.Past;

/// <summary>Somebody who never lived, and what they did. Days are counted from today, times are the practice's.</summary>
sealed class DemoContact(LocalDate today, string first, string last, string number)
{
    static readonly LocalTimePattern clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    readonly List<Scene> _scenes = [];
    readonly string _email = $"{first}.{last}@patients.example".ToLowerInvariant();
    readonly string _phone = $"+1212555{number}";
    int _visit;

    public IEnumerable<Scene> Scenes => _scenes;

    public DemoContact Asks(int day, string time) => Does(day, time, "form.submitted", new { form = new { id = "consultation", name = "Consultation" }, contact = Self });

    public DemoContact Books(int day, string time, int visitDay, string visitTime, string title, bool treatment = false)
    {
        _visit++;
        var start = At(visitDay, visitTime);
        return Does(day, time, "appointment.booked", new
        {
            contact = Self,
            appointment = new { externalId = Visit, title, service = title, startsAt = start, endsAt = start.AddMinutes(45), calendarId = treatment ? "cal_treatment" : "cal_consultation", modifiedBy = "customer" },
        });
    }

    public DemoContact Moves(int day, string time, int visitDay, string visitTime) =>
        Does(day, time, "appointment.rescheduled", new { contact = Self, appointment = new { externalId = Visit, startsAt = At(visitDay, visitTime), endsAt = At(visitDay, visitTime).AddMinutes(45) } });

    public DemoContact Came(int day, string time, decimal paid = 0)
    {
        Status(day, time, "showed");
        return paid is 0 ? this : Does(day, time, "payment.received", new { contact = Self, payment = new { status = "success", amount = paid, currency = "USD", source = "invoice" } });
    }

    public DemoContact Missed(int day, string time) => Status(day, time, "noshow");
    public DemoContact Cancels(int day, string time) => Status(day, time, "cancelled");
    public DemoContact Says(int day, string time, string text) => Does(day, time, "message.received", new { message = new { channel = "sms", body = text, from = _phone } });

    public DemoContact MayBuy(int day, string time, string stage, decimal value, string what)
    {
        _scenes.Add(new Scene.Sale(At(day, time), _email, $"{first} {last}: {what}", stage, value));
        return this;
    }

    object Self => new { firstName = first, lastName = last, email = _email, phone = _phone };
    string Visit => $"demo-{number}-{_visit}";

    DemoContact Status(int day, string time, string status) => Does(day, time, "appointment.status.changed", new { contact = Self, appointment = new { externalId = Visit, status } });

    DemoContact Does(int day, string time, string type, object data)
    {
        _scenes.Add(new Scene.Happens(new("demonstration", $"{number}-{_scenes.Count}", type, At(day, time), JsonSerializer.SerializeToElement(data))));
        return this;
    }

    DateTimeOffset At(int day, string time) => DemoPractice.Zone.AtLeniently(today.PlusDays(day) + clock.Parse(time).Value).ToDateTimeOffset();
}
