using System.ClientModel;
using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Runtime.Drafting;
using AesthetixWorkflows.Runtime.Drafting.Offline;
using AesthetixWorkflows.Runtime.Publishing;
using OpenAI.Chat;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>Lets a model write the draft. What it answers is checked like anything a stranger sent; told what is wrong, it may
/// repair it once. When nothing usable comes, the offline drafter writes and says why.</summary>
public sealed class ModelDrafter : IDrafter, IDisposable
{
    readonly ModelSettings _settings;
    readonly OfflineDrafter _offline;
    readonly DraftGuard _guard;
    readonly Question _question;
    readonly ModelLine _line;

    public ModelDrafter(ModelSettings settings, ProductCatalogue catalogue, IDefinitionCheck check, TimeProvider clock)
    {
        (_settings, _offline, _guard, _question) = (settings, new(catalogue), new(check), new(catalogue));
        _line = new(settings, clock, settings.Patience);
    }

    public async Task<Drafted> Draft(DraftWish wish, CancellationToken ct = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_settings.Patience);
        var (drafted, why) = await Ask(wish, ct, patience.Token);
        if (drafted is not null) return drafted;
        var offline = await _offline.Draft(wish, ct);
        return offline with { Assumptions = [$"The model could not be used ({why}), so this was drafted without it.", .. offline.Assumptions] };
    }

    async Task<(Drafted? Drafted, string Why)> Ask(DraftWish wish, CancellationToken asked, CancellationToken patience)
    {
        var messages = new List<ChatMessage> { new SystemChatMessage(_question.Rules), new UserChatMessage(Question.About(wish)) };
        try
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                if (!_line.Budget.IsLeft) return (null, "its daily limit is reached");
                var (text, refused) = await Complete(messages, patience);
                if (refused) return (null, "it refused");
                IReadOnlyList<string> problems;
                if (ModelAnswer.Read(text) is not { } answer) problems = ["The answer is not the JSON object that was asked for."];
                else if ((problems = _guard.Problems(answer.Definition, wish)).Count == 0)
                    return (new(JsonSerializer.SerializeToElement(answer.Definition), [.. answer.Assumptions, "The texts were written by a model: needs review."], answer.NotUnderstood, answer.Changes, _settings.Model), "");
                messages.Add(new AssistantChatMessage(text.Length == 0 ? "{}" : text));
                messages.Add(new UserChatMessage(Question.Repair(problems)));
            }
            return (null, "what it wrote was not valid");
        }
        catch (ClientResultException failed)
        {
            return (null, failed.Status switch { 429 => "it is busy", 401 or 403 => "its key is not accepted", _ => "it does not answer as it should" });
        }
        catch (OperationCanceledException) when (!asked.IsCancellationRequested)
        {
            return (null, "it took too long");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or AggregateException or JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            // The client throws what its parser or the network throws: what a stranger's service answers is no bug of ours.
            return (null, "it cannot be reached or does not answer as it should");
        }
    }

    async Task<(string Text, bool Refused)> Complete(List<ChatMessage> messages, CancellationToken ct)
    {
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = _settings.MostOutputTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("draft", AnswerSchema.Json, jsonSchemaIsStrict: false),
        };
        ChatCompletion completion = await _line.Chat.CompleteChatAsync(messages, options, ct);
        // A service that does not count is taken to have spent what it might have.
        _line.Budget.Spend(completion.Usage?.TotalTokenCount ?? _settings.MostOutputTokens);
        var text = string.Concat(completion.Content.Select(part => part.Text));
        return (text, completion.Refusal is { Length: > 0 } || completion.FinishReason == ChatFinishReason.ContentFilter);
    }

    public void Dispose() => _line.Dispose();
}
