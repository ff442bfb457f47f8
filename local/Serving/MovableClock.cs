using System.Globalization;

namespace AesthetixWorkflows.Local.Serving;

/// <summary>The host's clock. With demonstration data it can be moved forward, so that a journey of weeks is seen in
/// minutes; where it stands is kept beside the data, because time that went back would confuse everything kept so far.</summary>
sealed class MovableClock : TimeProvider
{
    readonly string _path;
    readonly TimeProvider _beneath;
    long _offsetTicks;

    /// <param name="beneath">What is moved; the computer's own clock when left out.</param>
    public MovableClock(string folder, TimeProvider? beneath = null)
    {
        _beneath = beneath ?? System;
        _path = Path.Combine(folder, "clock.offset");
        if (File.Exists(_path) && TimeSpan.TryParse(File.ReadAllText(_path), CultureInfo.InvariantCulture, out var offset)) _offsetTicks = offset.Ticks;
    }

    /// <summary>The time that nobody moves.</summary>
    public TimeProvider Beneath => _beneath;
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Raised after a move.</summary>
    public event Action? Moved;

    public override DateTimeOffset GetUtcNow() => _beneath.GetUtcNow() + Offset;

    /// <param name="by">Positive: time never goes back.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offsetTicks, by.Ticks);
        var draft = _path + ".new";
        File.WriteAllText(draft, Offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(draft, _path, overwrite: true);
        Moved?.Invoke();
    }
}
