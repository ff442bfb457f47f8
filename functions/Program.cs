using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Runtime.Telemetry;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
// At a lower level the web server logs every request's address, and addresses hold phone numbers, email addresses and hook keys.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
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

var telemetry = builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddSource(Spans.SourceName))
    .WithMetrics(metrics => metrics.AddMeter(Tally.MeterName))
    .UseFunctionsWorkerDefaults();
if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 })
    telemetry.UseAzureMonitorExporter(to => to.Credential = builder.Configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { Length: > 0 } ? new DefaultAzureCredential() : null);

builder.Build().Run();
return 0;
