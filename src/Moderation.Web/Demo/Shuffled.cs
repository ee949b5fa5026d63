namespace Moderation.Web.Demo;

internal static class Shuffled
{
    extension(Random chance)
    {
        /// <summary>All of them, each once, in an order of chance.</summary>
        public T[] GetItemsOnce<T>(IEnumerable<T> items)
        {
            T[] order = [.. items];
            chance.Shuffle(order);
            return order;
        }
    }
}
