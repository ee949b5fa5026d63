namespace Moderation.Pipeline;

/// <summary>What happened in this command, and whose standing it touched.</summary>
internal sealed class Happenings
{
    private readonly List<IEvent> news = [];
    private readonly HashSet<SubjectRef> touched = [];

    /// <summary>Every subject whose outcomes changed in this command.</summary>
    public IReadOnlySet<SubjectRef> Touched => touched;

    public void Raise(IEvent happened) => news.Add(happened);

    public void Touch(SubjectRef subject) => touched.Add(subject);

    /// <summary>What was raised since the last wave.</summary>
    public IReadOnlyList<IEvent> NextWave()
    {
        IEvent[] wave = [.. news];
        news.Clear();
        return wave;
    }
}
