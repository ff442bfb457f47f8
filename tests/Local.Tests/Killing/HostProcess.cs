using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace AesthetixWorkflows.Local.Tests.Killing;

/// <summary>The embedded host as an operating system sees it: a process of its own, that can be killed and started again
/// over the same folder and port.</summary>
sealed class HostProcess : IAsyncDisposable
{
    public const string Key = "ak_the_owner_of_this_test";

    readonly StringBuilder _said = new();
    Process? _process;

    public HostProcess(string folder)
    {
        (Folder, Address) = (folder, $"http://127.0.0.1:{FreePort()}");
        Http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(10) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public string Folder { get; }
    public string Address { get; }
    public HttpClient Http { get; }
    public string Outbox => Path.Combine(Folder, "outbox.jsonl");
    public int ExitCode => _process!.ExitCode;
    public string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task Start()
    {
        Launch();
        var until = DateTime.UtcNow.AddSeconds(60);
        while (!await Answers())
        {
            Assert.False(_process!.HasExited, Said);
            Assert.True(DateTime.UtcNow < until, "It never answered. " + Said);
            await Task.Delay(20);
        }
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(LocalHost).Assembly.Location, "--data", Folder, "--urls", Address, "--no-past" }) start.ArgumentList.Add(argument);
        start.Environment["AESTHETIX_OWNER_KEY"] = Key;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it may finish what it is doing.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        await Exited();
    }

    public async Task Exited()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process!.WaitForExitAsync(patience.Token);
    }

    async Task<bool> Answers()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said) _said.AppendLine(line.Data);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { HasExited: false }) await Kill();
        _process?.Dispose();
    }
}
