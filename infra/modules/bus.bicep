// Two queues: events is where booking and payment systems may put their events instead of calling HTTP, routing is the app's
// own, in which events about one person wait for each other (docs/decisions/0017).
param name string
param location string
param tags object
param workspaceId string
param appPrincipalId string

// Receiving is enough to work. The platform scales a little finer when it may also read a queue's length, which would
// take Data Owner; not worth the right to change the queue.
var receiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Data Receiver
var sender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39' // Data Sender

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }

  resource events 'queues' = {
    name: 'events'
    properties: {
      // Events come in batches of 50 and are passed on at once. The lock of a batch is not renewed; what outlasts it comes again.
      lockDuration: 'PT1M'
      maxDeliveryCount: 10
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
      // A sender's own retry. Events are also kept once by their source and id, however late the repeat.
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      // The queue's room in megabytes. One message may have 256 kB, the limit of this tier and of the API alike.
      maxSizeInMegabytes: 5120
    }
  }

  resource routing 'queues' = {
    name: 'routing'
    properties: {
      // Of a session one message is out at a time. Without partitions (the default) one send may hold messages of many sessions.
      requiresSession: true
      // Of the session; an event is a few table transactions, well under a minute.
      lockDuration: 'PT1M'
      // While storage is away a message keeps its place and is delivered every minute, for a day; that is counted too. When
      // to give up is decided in functions/Queue, long before.
      maxDeliveryCount: 2000
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      maxSizeInMegabytes: 5120
    }
  }
}

resource mayTakeEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::events
  name: guid(namespace::events.id, appPrincipalId, receiver)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', receiver)
  }
}

resource mayRoute 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [receiver, sender]: {
    scope: namespace::routing
    name: guid(namespace::routing.id, appPrincipalId, role)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: namespace
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'OperationalLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = namespace.name
output host string = '${namespace.name}.servicebus.windows.net'
