using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Runtime.Telemetry;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
try
{
    var settings = AzureSettings.Read(builder.Configuration);
    AzureHost.Add(builder.Services, settings, AzureParts.Of(settings));
}
catch (SettingsMissingException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}

var telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
    .WithTracing(tracing => tracing.AddSource(Spans.SourceName))
    .WithMetrics(metrics => metrics.AddMeter(Tally.MeterName));
if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 }) telemetry.UseAzureMonitorExporter();

builder.Build().Run();
return 0;
