using System.Diagnostics;
using System.Diagnostics.Metrics;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>What is counted and traced from here on, by this test and not by those that run beside it.</summary>
sealed class Heard : IDisposable
{
    static readonly AsyncLocal<Heard?> mine = new();
    readonly MeterListener _meters = new();
    readonly ActivityListener _spans;

    public List<string> Names { get; } = [];

    public Heard()
    {
        mine.Value = this;
        _meters.InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == Tally.MeterName) listener.EnableMeasurementEvents(instrument); };
        _meters.SetMeasurementEventCallback<long>((instrument, _, _, _) => Hear(instrument.Name));
        _meters.SetMeasurementEventCallback<double>((instrument, _, _, _) => Hear(instrument.Name));
        _meters.Start();
        _spans = new() { ShouldListenTo = source => source.Name == Spans.SourceName, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStarted = span => Hear(span.OperationName) };
        ActivitySource.AddActivityListener(_spans);
    }

    void Hear(string name)
    {
        if (mine.Value == this) lock (Names) Names.Add(name);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _spans.Dispose();
        mine.Value = null;
    }
}
