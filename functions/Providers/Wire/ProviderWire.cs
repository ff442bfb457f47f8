namespace AesthetixWorkflows.Functions.Providers.Wire;

/// <summary>Makes a provider's HTTP calls, and knows of one that failed whether the provider may have got it.</summary>
/// <remarks>The packages cannot tell: to them a refused connection and a lost answer are both an exception. A request whose
/// body was never begun has surely not been carried out; of any other nobody knows.</remarks>
public sealed class ProviderWire(TimeSpan patience, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Longer than a provider takes on a bad day, shorter than Azure lets an activity wait.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    /// <summary>A client for one provider, for the whole life of the process.</summary>
    public static HttpClient Client(TimeSpan? patience = null, HttpMessageHandler? inner = null) =>
        new(new ProviderWire(patience ?? DefaultPatience, inner ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // A connection that the other side has given up is the commonest reason for an answer that never comes.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <exception cref="NoAnswerException">There is no whole answer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var watched = request.Content is { } content ? new WatchedContent(content) : null;
        request.Content = watched;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(patience);
        try
        {
            var response = await base.SendAsync(request, late.Token);
            // An answer that breaks off half way is none.
            await response.Content.LoadIntoBufferAsync(late.Token);
            return response;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new NoAnswerException(watched is null || watched.IsBegun, lost);
        }
    }

    sealed class WatchedContent : HttpContent
    {
        readonly HttpContent _inner;

        public WatchedContent(HttpContent inner)
        {
            _inner = inner;
            foreach (var (name, values) in inner.Headers) Headers.TryAddWithoutValidation(name, values);
        }

        public bool IsBegun { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            IsBegun = true;
            return _inner.CopyToAsync(stream, context);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }
    }
}

/// <summary>A call to a provider that brought no answer.</summary>
/// <param name="mayHaveArrived">Whether the provider may have carried it out all the same.</param>
public sealed class NoAnswerException(bool mayHaveArrived, Exception inner) : Exception("The provider did not answer.", inner)
{
    public bool MayHaveArrived { get; } = mayHaveArrived;
}
