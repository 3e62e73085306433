using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace KaBot.Benchmarks;

/// <summary>
/// HTTP/1.1 on a plain socket, as much as a load tool needs: kept-alive connections and bodies of a known length. It costs a fraction of
/// HttpClient and Kestrel, and so leaves the cores to the server that is measured.
/// </summary>
internal sealed class Wire(Socket socket) : IDisposable
{
    private byte[] _buffer = new byte[32 * 1024];
    private int _begin;
    private int _end;

    public static async Task<Wire> ConnectAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new Wire(socket);
    }

    public async Task SendAsync(string head, ReadOnlyMemory<byte> body)
    {
        var message = new byte[Encoding.ASCII.GetMaxByteCount(head.Length) + 40 + body.Length];
        var length = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head}\r\nContent-Length: {body.Length}\r\n\r\n"), message);
        body.CopyTo(message.AsMemory(length));
        await socket.SendAsync(message.AsMemory(0, length + body.Length));
    }

    /// <summary>The next message's first line and body; null when the other side has hung up.</summary>
    public async Task<(string Start, byte[] Body)?> ReadAsync()
    {
        int head;
        while ((head = Unread.IndexOf("\r\n\r\n"u8)) < 0)
            if (!await FillAsync()) return null;
        var lines = Encoding.ASCII.GetString(Unread[..head]).Split("\r\n");
        var length = lines.Select(Length).FirstOrDefault(found => found >= 0);
        while (Unread.Length < head + 4 + length)
            if (!await FillAsync()) throw new EndOfStreamException("The other side hung up within a message.");
        var body = Unread.Slice(head + 4, length).ToArray();
        _begin += head + 4 + length;
        return (lines[0], body);
    }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_begin.._end);

    private static int Length(string line)
    {
        const string name = "Content-Length:";
        if (line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)) throw new NotSupportedException("A body of unknown length.");
        return line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? int.Parse(line[name.Length..], CultureInfo.InvariantCulture) : -1;
    }

    private async Task<bool> FillAsync()
    {
        if (_end == _buffer.Length)
        {
            var unread = Unread.ToArray();
            if (unread.Length > _buffer.Length / 2) _buffer = new byte[_buffer.Length * 2];
            unread.CopyTo(_buffer, 0);
            (_begin, _end) = (0, unread.Length);
        }
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end));
        _end += read;
        return read > 0;
    }

    public void Dispose() => socket.Dispose();
}
