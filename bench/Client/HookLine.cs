using System.Net.Sockets;
using System.Text;

namespace AesthetixWorkflows.Bench.Client;

/// <summary>One kept-alive HTTP/1.1 connection, as bare as can be: on two cores the load must cost less than what it loads.</summary>
sealed class HookLine(Socket socket, string host) : IDisposable
{
    readonly byte[] _out = new byte[2048];
    readonly byte[] _in = new byte[8192];

    public static async Task<HookLine> Open(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new(socket, address.Authority);
    }

    public async Task Post(string key, string form, int expected)
    {
        var length = Encoding.ASCII.GetBytes(
            $"POST /hooks/{key} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}", _out);
        await socket.SendAsync(_out.AsMemory(0, length));
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(_in.AsMemory(read));
            if (more == 0) throw new IOException("The host hung up.");
            read += more;
            if (!Complete(_in.AsSpan(0, read))) continue;
            if (!_in.AsSpan(9).StartsWith(Encoding.ASCII.GetBytes($"{expected}"))) throw new IOException(Encoding.UTF8.GetString(_in, 0, read));
            return;
        }
    }

    static bool Complete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var length = 0;
        foreach (var digit in head[(at + 16)..])
        {
            if (digit is < (byte)'0' or > (byte)'9') break;
            length = length * 10 + digit - '0';
        }
        return answer.Length >= end + 4 + length;
    }

    public void Dispose() => socket.Dispose();
}
