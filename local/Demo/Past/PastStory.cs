using NodaTime;

namespace AesthetixWorkflows.Local.Demo.Past;

/// <summary>What happened at the demonstration practice: some book at once, some need a nudge, one does not come, one wants no more texts.</summary>
static class PastStory
{
    /// <returns>In order of time; what would be later than now has not happened.</returns>
    public static IReadOnlyList<Scene> Until(DateTimeOffset now)
    {
        var today = Instant.FromDateTimeOffset(now).InZone(DemoPractice.Zone).Date;
        DemoContact Who(string first, string last, string number) => new(today, first, last, number);
        DemoContact[] patients =
        [
            Who("Amara", "Cole", "0121").Asks(-13, "10:05").MayBuy(-13, "10:30", "new", 650, "lip filler").Books(-13, "14:30", -9, "11:00", "Consultation")
                .Says(-11, "11:20", "C").Came(-9, "11:50", 150),
            Who("Daniel", "Wu", "0123").Books(-12, "12:10", -8, "15:00", "Botox", treatment: true).Missed(-8, "15:30").Books(-5, "10:00", 2, "15:00", "Botox", treatment: true),
            Who("Beatriz", "Nunes", "0122").Asks(-12, "19:40").Says(-11, "20:10", "I'd love a Friday, do you have anything after 5?").Books(-10, "09:15", -6, "17:30", "Consultation")
                .Says(-8, "17:45", "yes").Came(-6, "18:10").MayBuy(-6, "18:20", "done", 900, "laser, three visits"),
            Who("Elif", "Kaya", "0124").Asks(-11, "08:55").Books(-11, "13:00", -4, "10:00", "Consultation").Came(-4, "10:50", 420).MayBuy(-4, "11:00", "sold", 420, "peel"),
            Who("Farah", "Haddad", "0125").Books(-10, "18:20", -3, "12:00", "Laser", treatment: true).Missed(-3, "12:30"),
            Who("George", "Petrov", "0126").Asks(-9, "21:15").Says(-8, "21:40", "STOP"),
            Who("Hannah", "Weiss", "0127").Books(-9, "09:40", 1, "10:30", "Botox", treatment: true).Says(-1, "11:00", "C"),
            Who("Isla", "Murray", "0128").Asks(-8, "16:20").MayBuy(-8, "17:00", "new", 300, "skin check"),
            Who("Kwame", "Mensah", "0129").Books(-7, "11:30", -1, "16:00", "Consultation").Says(-3, "16:10", "Yes, see you then").Came(-1, "16:45", 150),
            Who("Leila", "Rahimi", "0130").Asks(-6, "12:45").Books(-5, "10:10", 3, "14:00", "Consultation").MayBuy(-5, "10:20", "booked", 800, "cheek filler"),
            Who("Marta", "Silva", "0131").Books(-6, "17:05", 4, "11:15", "Peel", treatment: true),
            Who("Noah", "Adler", "0132").Books(-5, "15:25", 1, "17:30", "Consultation"),
            Who("Olga", "Ivanova", "0133").Asks(-4, "07:50"),
            Who("Paula", "Jensen", "0134").Books(-4, "13:35", 3, "09:00", "Botox", treatment: true).Moves(-2, "12:00", 6, "09:00"),
            Who("Rohan", "Mehta", "0135").Asks(-3, "20:30").Says(-2, "21:00", "How much is lip filler?"),
            Who("Sofia", "Conti", "0136").Books(-3, "09:20", 2, "10:00", "Consultation").Cancels(-1, "18:05"),
            Who("Theo", "Laurent", "0137").Asks(-2, "09:10").MayBuy(-2, "09:30", "new", 500, "consultation"),
            Who("Uma", "Desai", "0138").Asks(-1, "17:25"),
            Who("Xenia", "Popov", "0140").Books(-6, "14:10", -1, "13:00", "Laser", treatment: true).Missed(-1, "13:30"),
            Who("Yusuf", "Aydin", "0141").Asks(-1, "23:50"),
            Who("Zoe", "Quinn", "0142").Asks(0, "08:15").MayBuy(0, "08:40", "new", 250, "first peel"),
            Who("Ben", "Stone", "0143").Asks(0, "12:40"),
            Who("Victor", "Hale", "0139").Asks(-1, "22:40").Books(0, "00:20", 5, "13:00", "Consultation"),
        ];
        Scene[] desk = [.. new[] { -6, -2 }.Select(day => new Scene.TasksDone(DemoPractice.Zone.AtLeniently(today.PlusDays(day) + new LocalTime(17, 0)).ToDateTimeOffset()))];
        return [.. patients.SelectMany(patient => patient.Scenes).Concat(desk).Where(scene => scene.At < now).OrderBy(scene => scene.At)];
    }
}
