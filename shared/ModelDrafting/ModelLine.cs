using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>The line to the model's service: one attempt, no redirects, no endless answers, and a budget for the day.</summary>
sealed class ModelLine : IDisposable
{
    readonly HttpClient _http;

    public ModelLine(ModelSettings settings, TimeProvider clock, TimeSpan patience)
    {
        _http = new(new CappedHandler(settings.MostAnswerBytes)) { Timeout = Timeout.InfiniteTimeSpan };
        Budget = new(settings.MostTokensPerDay, clock);
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint, Transport = new HttpClientPipelineTransport(_http), NetworkTimeout = patience,
            // Somebody waits, and there is an answer at hand that needs no model.
            RetryPolicy = new ClientRetryPolicy(0),
        };
        Chat = new(settings.Model, new ApiKeyCredential(settings.Key), options);
    }

    public ChatClient Chat { get; }
    public TokenBudget Budget { get; }

    public void Dispose() => _http.Dispose();
}
