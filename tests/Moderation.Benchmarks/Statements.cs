using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Moderation.Benchmarks;

/// <summary>Counts what the database is asked, and how long it takes; by the beginning of the text.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> listening = [];
    private readonly Dictionary<string, (int Count, TimeSpan Took)> seen = [];

    public Statements() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Count => seen.Values.Sum(x => x.Count);

    public IEnumerable<(string Text, int Count, TimeSpan Took)> Costliest => seen
        .Select(x => (x.Key, x.Value.Count, x.Value.Took)).OrderByDescending(x => x.Took);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandExecutedEventData done)
            return;

        var (count, took) = seen.GetValueOrDefault(done.Command.CommandText);
        seen[done.Command.CommandText] = (count + 1, took + done.Duration);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => listening.ForEach(x => x.Dispose());
}
