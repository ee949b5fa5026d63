namespace Moderation.Pipeline;

/// <summary>What happened in this command, and whose standing it touched.</summary>
internal sealed class Happenings
{
    private readonly List<IEvent> news = [];
    private readonly HashSet<SubjectRef> touched = [];

    /// <summary>Every subject whose outcomes changed in this command.</summary>
    public IReadOnlySet<SubjectRef> Touched => touched;

    /// <summary>The news being told, so that whoever acts on each may read for all of it at once.</summary>
    public IReadOnlyList<IEvent> Wave { get; private set; } = [];

    public void Raise(IEvent happened) => news.Add(happened);

    public void Touch(SubjectRef subject) => touched.Add(subject);

    /// <summary>What was raised since the last wave.</summary>
    public IReadOnlyList<IEvent> NextWave()
    {
        Wave = [.. news];
        news.Clear();
        return Wave;
    }
}
