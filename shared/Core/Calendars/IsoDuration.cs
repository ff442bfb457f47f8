using System.Text;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>A length of time as ISO 8601 writes it. All parts have the same sign.</summary>
/// <param name="Months">Months, years included (12 each): moved on the local calendar.</param>
/// <param name="Days">Days, weeks included (7 each): moved on the local calendar.</param>
/// <param name="Time">Hours, minutes and seconds: exact elapsed time.</param>
public readonly record struct IsoDuration(int Months, int Days, TimeSpan Time)
{
    public bool IsZero => Months == 0 && Days == 0 && Time == TimeSpan.Zero;

    public bool IsNegative => Months < 0 || Days < 0 || Time < TimeSpan.Zero;

    /// <summary>Whole days, weeks, months or years: nothing of the clock in it.</summary>
    public bool IsOfDays => Time == TimeSpan.Zero && !IsZero;

    public IsoDuration Negate() => new(-Months, -Days, -Time);

    /// <summary>ISO 8601, in the shortest form of these parts: <c>P1M2DT3H</c>.</summary>
    public override string ToString()
    {
        if (IsZero)
            return "PT0S";
        var (months, days, time) = (Math.Abs(Months), Math.Abs(Days), Time.Duration());
        var text = new StringBuilder(IsNegative ? "-P" : "P");
        Append(months / 12, 'Y');
        Append(months % 12, 'M');
        Append(days, 'D');
        if (time > TimeSpan.Zero)
        {
            text.Append('T');
            Append(time.Days * 24 + time.Hours, 'H');
            Append(time.Minutes, 'M');
            Append(time.Seconds + time.Ticks % TimeSpan.TicksPerSecond / (decimal)TimeSpan.TicksPerSecond, 'S');
        }
        return text.ToString();

        void Append(decimal amount, char unit)
        {
            if (amount != 0)
                text.Append(amount.ToString("0.#######", System.Globalization.CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}
