// The queue that booking and payment systems may put their events into instead of calling HTTP.
param name string
param location string
param tags object
param workspaceId string
param appPrincipalId string

// Receiving is enough to work. The platform scales a little finer when it may also read the queue's length, which would
// take Data Owner; not worth the right to change the queue.
var roles = ['4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0', '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'] // Data Receiver, Data Sender

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
      // One event is one table transaction, well under a minute; host.json renews the lock when storage is slow.
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
}

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: namespace::events
    name: guid(namespace::events.id, appPrincipalId, role)
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
